using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Content;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

/// <summary>The cover the house draws: one click, no key, no model.</summary>
public sealed class TakeHouseCoverTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Drawn_from_the_title_it_is_the_cover_and_in_the_library_and_the_text_is_as_it_was()
    {
        var article = await Some.DraftAsync("Moving to Lisbon");
        var before = await Some.OpenAsync(article);

        await Some.Must(new TakeHouseCover(article), Some.Creator);

        var after = await Some.OpenAsync(article);
        Assert.True(before.Content.SameTextAs(after.Content));
        var asset = await House.ReadAsync(db => db.Assets.AsNoTracking().SingleAsync(a => a.Id == after.Content.Cover));
        Assert.Equal((AssetOrigin.HouseCover, false, 1600, 900, "image/png"), (asset.Making.Origin, asset.Making.IsAi, asset.Width, asset.Height, asset.ContentType));
        Assert.Contains("“Moving to Lisbon”", asset.AltText, StringComparison.Ordinal);

        await Some.Must(new TakeHouseCover(article), Some.Creator); // the same title draws the same bytes: one picture in the library
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from media.assets"));
        await Some.ChangeAsync(article, c => c with { Title = "Moving to Porto" });
        await Some.Must(new TakeHouseCover(article), Some.Creator);
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from media.assets"));
    }

    [Fact]
    public async Task In_review_it_stays_as_it_is()
    {
        var article = await Some.DraftAsync("Frozen");
        await Some.SubmittedAsync(article);
        Assert.Equal("article.frozen", (await House.SendAsync(new TakeHouseCover(article), Some.Creator)).Error?.Code);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from media.assets"));
    }
}

/// <summary>The drawing as it would be taken.</summary>
public sealed class DrawHouseCoverTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task It_is_a_png_and_another_one_for_another_article()
    {
        var one = (await House.SendAsync(new DrawHouseCover(await Some.DraftAsync("One title")), Some.Reviewer)).Value;
        var other = (await House.SendAsync(new DrawHouseCover(await Some.DraftAsync("One title")), Some.Reviewer)).Value;

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], one[..4]);
        Assert.NotEqual(one, other);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from media.assets"));
    }
}

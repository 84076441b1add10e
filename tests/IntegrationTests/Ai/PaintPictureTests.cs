using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>Asking for a picture writes a row and sets money aside; what can't be asked says why.</summary>
public sealed class PaintPictureTests(PainterHouse shared) : WithPainter(shared)
{
    [Fact]
    public async Task Asked_for_it_waits_with_its_price_set_aside_and_the_same_form_twice_is_one_request()
    {
        var article = await Some.DraftAsync("Asked twice");
        var id = await AskAsync(article, "  A quay\r\nin the rain  ", "documentary");
        await Some.Must(new PaintPicture(article, id, "Another", "minimal", true), Some.Creator);

        var generation = await RowAsync(id);
        Assert.Equal((GenerationState.Queued, GenerationKind.Image, Price, "A quay\nin the rain"), (generation.State, generation.Kind, generation.Reserved, generation.Brief.Instruction));
        Assert.Equal("documentary", (await PaintingAsync(id)).Style);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", id.Value));
    }

    [Theory]
    [InlineData("", "professional", "words.missing")]
    [InlineData("A desk", "baroque", "style.unknown")]
    [InlineData("A desk\0", "professional", "words")]
    public async Task What_can_not_be_asked_is_refused(string words, string style, string code)
    {
        var refused = await House.SendAsync(Ask(await Some.DraftAsync("Refused"), words, style), Some.Creator);
        Assert.Contains(refused.Error!.Fields, f => f.Code.StartsWith(code, StringComparison.Ordinal) || f.Path == code);
        Assert.Equal("words", (await House.SendAsync(Ask(await Some.DraftAsync("Too long"), new string('x', Generation.MaxInstruction + 1)), Some.Creator)).Error!.Fields[0].Path);
    }

    [Fact]
    public async Task In_review_nothing_is_asked_and_a_limit_of_money_holds()
    {
        var article = await Some.DraftAsync("In review");
        await Some.SubmittedAsync(article);
        Assert.Equal("article.frozen", (await House.SendAsync(Ask(article), Some.Creator)).Error?.Code);

        var poor = await Some.DraftAsync("Poor");
        await Some.Must(new ChangeAllowance(Some.Site, 0.01m, null, 12, 5), Some.Administrator);
        try
        {
            Assert.Equal("ai.site_budget", (await House.SendAsync(Ask(poor), Some.Creator)).Error?.Code);
        }
        finally
        {
            await Some.Must(new ChangeAllowance(Some.Site, null, null, 50, 50), Some.Administrator);
        }
    }

    private static PaintPicture Ask(ArticleId article, string words = "A desk", string style = "professional") => new(article, GenerationId.New(TimeProvider.System.GetUtcNow()), words, style, false);
}

/// <summary>A house without a token: everything else works.</summary>
public sealed class PaintPictureWithoutTokenTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Without_a_token_it_says_so_and_the_house_cover_is_there()
    {
        var article = await Some.DraftAsync("Without a token");
        var refused = await House.SendAsync(new PaintPicture(article, GenerationId.New(TimeProvider.System.GetUtcNow()), "A desk", "professional", false), Some.Creator);
        Assert.Equal("replicate.no_token", refused.Error?.Code);

        var desk = (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value;
        Assert.Equal((refused.Error!.Message, (decimal?)null), (desk.NoPictures, desk.UsualPrice));
        await Some.Must(new Application.Content.TakeHouseCover(article), Some.Creator);
        Assert.Equal(Domain.Media.AssetOrigin.HouseCover, (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value.Cover?.Origin);
    }
}

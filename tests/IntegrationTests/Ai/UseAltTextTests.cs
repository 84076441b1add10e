using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>Claude is shown the cover itself and says what it shows; a writer takes a line, and the article stays as it is.</summary>
public sealed class UseAltTextTests(PainterHouse shared) : WithPainter(shared)
{
    [Fact]
    public async Task Claude_sees_the_picture_and_a_line_taken_is_its_alt_text()
    {
        var article = await CoveredAsync("Described");
        var cover = (await Some.OpenAsync(article)).Content.Cover!.Value;
        var asked = await DescribeAsync(article);

        Assert.Equal((GenerationState.Finished, "image/webp"), (asked.State, Claude.LastPicture));
        Assert.True(asked.Reserved > asked.Cost);
        var desk = (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value;
        Assert.Equal((asked.Id, false, 3), (desk.AltTexts!.Id, desk.AltTexts.IsRunning, desk.AltTexts.Lines.Count));
        var before = await Some.OpenAsync(article);

        await Some.Must(new UseAltText(asked.Id, desk.AltTexts.Lines[1]), Some.Creator);

        Assert.Equal(desk.AltTexts.Lines[1], await House.ReadAsync(db => db.Assets.Where(a => a.Id == cover).Select(a => a.AltText).SingleAsync(Ct)));
        Assert.Equal(ProposalState.Taken, (await RowAsync(asked.Id)).Proposal);
        Assert.Equal(before.Version, (await Some.OpenAsync(article)).Version);
        Assert.Equal("alt_text.none", (await House.SendAsync(new UseAltText(asked.Id, "Something else"), Some.Creator)).Error?.Code);
    }

    [Fact]
    public async Task Without_a_cover_or_its_bytes_a_sentence_says_so_and_nothing_is_asked()
    {
        var bare = await Some.DraftAsync("Bare");
        Assert.Equal("cover.missing", (await House.SendAsync(new AskClaude(bare, GenerationId.New(TimeProvider.System.GetUtcNow()), GenerationKind.AltText, new Brief(), 0, 0), Some.Creator)).Error?.Code);

        var gone = await CoveredAsync("Gone from the storage");
        await House.SqlAsync("delete from work.media_files where key like $1 || '/%'", (await Some.OpenAsync(gone)).Content.Cover!.Value.ToString());
        var asked = await DescribeAsync(gone);
        Assert.Equal((GenerationState.Failed, 0), (asked.State, asked.InputTokens));
        Assert.NotNull(asked.Say);
    }

    private async Task<ArticleId> CoveredAsync(string title)
    {
        var article = await Some.DraftAsync(title);
        await Some.Must(new TakeHouseCover(article), Some.Creator);
        return article;
    }

    private async Task<Generation> DescribeAsync(ArticleId article)
    {
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AskClaude(article, id, GenerationKind.AltText, new Brief(), 0, 0), Some.Creator);
        await Some.Must(new RunGeneration(id), Actor.Worker);
        return await RowAsync(id);
    }
}

using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>The page of a cover knows what was asked, what came, and what the form begins with.</summary>
public sealed class GetCoverDeskTests(PainterHouse shared) : WithPainter(shared)
{
    [Fact]
    public async Task It_shows_every_request_newest_first_with_what_became_of_it()
    {
        var article = await Some.DraftAsync("The desk");
        var painted = await PaintAsync("answer", article);
        var failed = await PaintAsync("filtered", article);
        await Some.Must(new TakePicture(painted.Id), Some.Creator);

        var desk = (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value;

        Assert.Equal([failed.Id, painted.Id], desk.Pictures.Select(p => p.Id));
        Assert.Equal((null, failed.Say), (desk.Pictures[0].Picture, desk.Pictures[0].Say));
        Assert.Equal(("Flux 1.1 Pro", "professional", Price), (desk.Pictures[1].Model, desk.Pictures[1].Style, desk.Pictures[1].Cost));
        Assert.Equal((AssetOrigin.Generated, desk.Pictures[1].Picture!.Asset), (desk.Cover!.Origin, desk.Cover.Asset));
        Assert.EndsWith("/w800.webp", desk.Cover.Address, StringComparison.Ordinal);
        Assert.Equal(("Flux 1.1 Pro", "Flux Schnell", 0.04m, 0.003m, null, null), (desk.UsualModel, desk.FastModel, desk.UsualPrice!.Value, desk.FastPrice!.Value, desk.NoPictures, desk.NoWords));
        Assert.True(desk.MayWrite);
        Assert.False((await House.SendAsync(new GetCoverDesk(article), Some.Reviewer)).Value.MayWrite);
    }

    [Fact]
    public async Task Claude_suggests_words_from_the_text_and_the_form_begins_with_them()
    {
        var article = await Some.DraftAsync("Words for a picture");
        var asked = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AskClaude(article, asked, GenerationKind.ImagePrompt, new Brief(), 0, 0), Some.Creator);
        var waiting = (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value;
        Assert.Equal((asked, ""), (waiting.Suggesting, waiting.Words));

        await Some.Must(new RunGeneration(asked), Actor.Worker);

        var row = await RowAsync(asked);
        Assert.Equal(("image-prompt/1", GenerationState.Finished), (row.Prompt, row.State));
        Assert.Contains("Write to three schools first", row.Brief.Context, StringComparison.Ordinal);
        var desk = (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value;
        Assert.Equal((null, row.Text.Trim()), (desk.Suggesting, desk.Words));

        await RunAsync(await AskAsync(article, "My own words"));
        Assert.Equal("My own words", (await House.SendAsync(new GetCoverDesk(article), Some.Creator)).Value.Words);
        Assert.Empty((await House.SendAsync(new GetProposals(article), Some.Creator)).Value); // nothing of it stands in the text
    }
}

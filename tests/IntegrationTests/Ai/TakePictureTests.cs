using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>A picture is a proposal: it is the cover when a writer takes it, and nothing else of the text moves.</summary>
public sealed class TakePictureTests(PainterHouse shared) : WithPainter(shared)
{
    [Fact]
    public async Task Taken_it_is_the_cover_a_revision_is_frozen_and_it_may_be_taken_again_later()
    {
        var article = await Some.DraftAsync("Taken");
        var before = await Some.OpenAsync(article);
        var first = await PaintAsync("answer", article);
        var second = await PaintAsync("answer", article);

        await Some.Must(new TakePicture(first.Id), Some.Creator);

        var taken = await Some.OpenAsync(article);
        Assert.Equal((await PaintingAsync(first.Id)).Asset, taken.Content.Cover);
        Assert.True(before.Content.SameTextAs(taken.Content));
        var row = await RowAsync(first.Id);
        Assert.Equal((ProposalState.Taken, taken.LastRevision), (row.Proposal, row.TakenInRevision));
        Assert.Equal(Occasion.ProposalTaken, (await Some.RevisionAsync(article, taken.LastRevision)).Occasion);

        await Some.Must(new TakePicture(second.Id), Some.Creator);
        await Some.Must(new TakePicture(first.Id), Some.Creator);
        Assert.Equal((await PaintingAsync(first.Id)).Asset, (await Some.OpenAsync(article)).Content.Cover);
        Assert.Equal(row.TakenInRevision, (await RowAsync(first.Id)).TakenInRevision);
    }

    [Fact]
    public async Task What_is_not_there_can_not_be_taken()
    {
        var article = await Some.DraftAsync("Not there");
        Play("never");
        var running = await AskAsync(article);
        await StepAsync(running);
        Assert.Equal("proposal.writing", (await House.SendAsync(new TakePicture(running), Some.Creator)).Error?.Code);
        await Some.Must(new StopGeneration(running), Some.Creator);
        await StepAsync(running);
        Assert.Equal("picture.none", (await House.SendAsync(new TakePicture(running), Some.Creator)).Error?.Code);

        var failed = await PaintAsync("failed", article);
        Assert.Equal("picture.none", (await House.SendAsync(new TakePicture(failed.Id), Some.Creator)).Error?.Code);

        var painted = await PaintAsync("answer", article);
        await Some.SubmittedAsync(article);
        Assert.Equal("article.frozen", (await House.SendAsync(new TakePicture(painted.Id), Some.Creator)).Error?.Code);
        Assert.Null((await Some.OpenAsync(article)).Content.Cover);
    }
}

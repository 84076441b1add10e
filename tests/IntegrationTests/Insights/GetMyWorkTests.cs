using QuestCms.Application.Insights;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Insights;

public sealed class GetMyWorkTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Everyone_finds_what_is_theirs_to_do()
    {
        await Some.DraftAsync("A draft of mine");
        var back = await Some.DraftAsync("Came back");
        await Some.Must(new DecideOnRound(await Some.SubmittedAsync(back), Verdict.ChangesRequested, 4, "More figures."), Some.Reviewer);
        var waiting = await Some.DraftAsync("Waiting");
        await Some.SubmittedAsync(waiting);
        var approved = await Some.DraftAsync("Approved");
        await Some.ApprovedAsync(approved);
        var writing = await AskAsync(await Some.DraftAsync("Claude writes"));
        var theirs = await Some.DraftAsync("Somebody else’s now");
        await Some.WriteAsync(theirs, "Theirs.", Some.SecondCreator);

        var mine = await WorkAsync(Some.Creator);
        Assert.Equal(("Came back", "More figures.", "reviewer"), (mine.SentBack.Single().Title, mine.SentBack[0].Reason, mine.SentBack[0].Reviewer));
        Assert.Equal(["Claude writes", "A draft of mine"], mine.Drafts.Select(d => d.Title));
        Assert.Equal(["Approved", "Waiting"], mine.OnItsWay.Select(d => d.Title));
        Assert.Equal(("Claude writes", GenerationState.Queued), (mine.Writing.Single().Title, mine.Writing[0].State));
        Assert.Equal((0, 0, true), (mine.ToReview.Count, mine.ToPublish.Count, mine.MayWrite));
        Assert.Equal(["Somebody else’s now"], (await WorkAsync(Some.SecondCreator)).Drafts.Select(d => d.Title));
        Assert.Equal([("Waiting", "creator")], (await WorkAsync(Some.Reviewer)).ToReview.Select(r => (r.Title, r.From)));
        Assert.Equal(["Approved"], (await WorkAsync(Some.Publisher)).ToPublish.Select(p => p.Title));
        Assert.Equal(GenerationState.Queued, (await RowAsync(writing)).State);
    }

    private async Task<MyWork> WorkAsync(Actor who) => (await House.SendAsync(new GetMyWork(Some.Site), who)).Value;
}

public sealed class GetShellCountsTests(Common.SharedHouse shared) : Common.InASharedHouse(shared)
{
    [Fact]
    public async Task What_came_back_is_counted_for_its_writer_and_what_waits_for_everyone_of_the_site()
    {
        var back = await Some.DraftAsync("Came back");
        await Some.Must(new DecideOnRound(await Some.SubmittedAsync(back), Verdict.Rejected, 2, "Not for us."), Some.Reviewer);
        await Some.SubmittedAsync(await Some.DraftAsync("Waits"));

        Assert.Equal(new ShellCounts(1, 1), (await House.SendAsync(new GetShellCounts(Some.Site), Some.Creator)).Value);
        Assert.Equal(new ShellCounts(0, 1), (await House.SendAsync(new GetShellCounts(Some.Site), Some.Reviewer)).Value);
        Assert.Equal(new ShellCounts(0, 0), (await House.SendAsync(new GetShellCounts(Some.OtherSite), Some.Stranger)).Value);
    }
}

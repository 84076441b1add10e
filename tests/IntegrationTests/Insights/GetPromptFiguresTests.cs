using QuestCms.Application.Insights;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Insights;

public sealed class GetPromptFiguresTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task It_counts_what_was_asked_taken_changed_after_and_approved_at_the_first_decision()
    {
        var (kept, _) = await TakenAsync("Kept as it came");
        await Some.ApprovedAsync(kept);
        var (changed, _) = await TakenAsync("Changed after");
        await Some.WriteAsync(changed, "Nothing of it stands any more.", named: true);
        await AnswerAsync("refusal");

        var figures = (await House.SendAsync(new GetPromptFigures(["draft/2", "draft/3"]), Actor.Shell)).Value;

        var draft = figures[0];
        Assert.Equal(("draft/2", 3, 2, 2, 0), (draft.Prompt, draft.Asked, draft.Finished, draft.Taken, draft.Left));
        Assert.Equal((1, 1), (draft.Reviewed, draft.Approved));
        Assert.InRange(draft.Standing, 1, draft.Words - 50);
        Assert.True(draft is { Cost: > 0, Tokens: > 0, FirstWord: >= 0, Seconds: >= 0 });
        Assert.Equal(new PromptFigures("draft/3", 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null), figures[1]);
        House.Clock.Move(TimeSpan.FromDays(91));
        Assert.Equal(0, (await House.SendAsync(new GetPromptFigures(["draft/2"]), Actor.Shell)).Value[0].Asked);
    }
}

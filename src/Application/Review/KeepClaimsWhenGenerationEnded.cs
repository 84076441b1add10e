using MediatR;
using QuestCms.Application.Ai;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>What Claude named stands in the list of claims with the save that ends the request: the sentences that really stand in the text it was given, without doubles. The others are left out.</summary>
internal sealed class KeepClaimsWhenGenerationEnded(IQuestDb db, ClaimKeeper keeper, TimeProvider clock) : INotificationHandler<Happened<GenerationEnded>>
{
    public async Task Handle(Happened<GenerationEnded> notification, CancellationToken cancellationToken)
    {
        // Tracked by the handler that ended it: no query leaves.
        var generation = await db.Generations.FindAsync([notification.News.Generation], cancellationToken);
        if (generation is not { Kind: GenerationKind.Claims, State: GenerationState.Finished }) return;
        var (found, _) = Located(generation.Text, generation.Brief.Context);
        await keeper.KeepAsync(generation.Article, generation.Site, generation.Brief.Context, generation.Revision, found, generation.Id, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>The sentences of an answer that stand in the text, and how many do not.</summary>
    public static (IReadOnlyList<FoundSentence> Found, int Lost) Located(string answer, string text) =>
        ClaimsAnswer.Read(answer) is { Error: null } read ? ClaimKinship.Locate([.. read.Value.Select(q => new FoundSentence(q.Sentence, [Enum.Parse<ClaimKind>(q.Kind, ignoreCase: true)]))], text) : ([], 0);
}

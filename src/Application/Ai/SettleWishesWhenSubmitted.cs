using MediatR;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai;

/// <summary>Submitted, an article has what agents wished for it.</summary>
internal sealed class SettleWishesWhenSubmitted(IQuestDb db, Acting acting, TimeProvider clock) : INotificationHandler<Happened<ArticleSubmittedForReview>>
{
    public async Task Handle(Happened<ArticleSubmittedForReview> happened, CancellationToken ct)
    {
        var article = happened.News.Article;
        foreach (var wish in await db.AgentNotes.Where(n => n.Article == article && n.Kind == AgentNoteKind.ReviewWish && n.SettledAt == null).ToListAsync(ct)) wish.Settle(acting.Actor.Person, clock.GetUtcNow());
    }
}

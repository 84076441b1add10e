using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>A publisher drops the waiting plan of an article. Error: <c>schedule.not_waiting</c>.</summary>
/// <param name="If">The version a program read; another one refuses with <c>article.moved_on</c>.</param>
[Requires(Permission.Publish), OpenToKeys(Permission.WriteAsAgent)]
public sealed record CancelSchedule(ArticleId Article, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class CancelScheduleHandler(IQuestDb db, Acting acting) : ICommandHandler<CancelSchedule>
{
    public async Task<Result> Handle(CancelSchedule command, CancellationToken ct)
    {
        var plan = await db.ScheduledPublications.FirstOrDefaultAsync(s => s.Article == command.Article && s.State == ScheduleState.Waiting, ct);
        if (plan is null) return DeliveryErrors.NotWaiting;
        var article = await db.Articles.FirstAsync(a => a.Id == command.Article, ct);
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        if (plan.Cancel(acting.Who).Error is { } refusal) return refusal;
        article.NoteSchedule(null);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

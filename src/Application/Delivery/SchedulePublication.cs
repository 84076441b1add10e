using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A publisher plans that an approved revision goes live at a time, or that the article goes offline then. Editing meanwhile changes nothing of the
/// plan. Errors: <c>schedule.past</c>, <c>schedule.exists</c>, <c>publish.nothing_approved</c>, <c>publish.not_approved</c>, <c>publish.seal_broken</c>, <c>article.not_live</c>.
/// </summary>
/// <param name="At">UTC.</param>
/// <param name="If">The version a program read; another one refuses with <c>article.moved_on</c>.</param>
[Requires(Permission.Publish), OpenToKeys(Permission.WriteAsAgent)]
public sealed record SchedulePublication(ArticleId Article, ScheduledAction Action, int? Revision, DateTimeOffset At, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class SchedulePublicationValidator : AbstractValidator<SchedulePublication>
{
    public SchedulePublicationValidator() => RuleFor(c => c.Action).IsInEnum().WithMessage("Publish or unpublish.");
}

internal sealed class SchedulePublicationHandler(IQuestDb db, Acting acting, Publisher publisher, IJobQueue jobs, TimeProvider clock) : ICommandHandler<SchedulePublication>
{
    public async Task<Result> Handle(SchedulePublication command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (command.At <= now) return DeliveryErrors.TimePassed;
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        if (article.Closed is { } closed) return closed;
        if (article.ScheduledFor is not null) return DeliveryErrors.AlreadyScheduled;

        int? revision = null;
        if (command.Action == ScheduledAction.Publish)
        {
            revision = command.Revision ?? article.ApprovedRevision;
            if (revision is not { } number) return DeliveryErrors.NothingApproved;
            if ((await publisher.SealedAsync(article, number, ct)).Error is { } refusal) return refusal;
        }
        else if (article.LiveRevision is null) return ArticleErrors.NotLive;

        var plan = ScheduledPublication.Plan(ScheduledPublicationId.New(now), article.Id, article.Site, command.Action, revision, command.At.ToUniversalTime(), acting.Who, now);
        db.ScheduledPublications.Add(plan);
        article.NoteSchedule(plan.At);
        jobs.Enqueue(JobKind.CarryOutSchedule, plan.Id.Value, plan.At);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return DeliveryErrors.AlreadyScheduled;
        }
        return Result.Done;
    }
}

using MediatR;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;

namespace QuestCms.Web.Api.Manage;

/// <summary>The life of an article as far as a program has a part in it: hand over and take back, plan what a person approved, take down, archive. It decides nothing.</summary>
internal static class LifeEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/articles/{id:guid}/submit", Method.Post(SubmitAsync, "submitArticle", "Hand the working copy to the reviewers", typeof(StandingShape), body: typeof(NoteShape)));
        api.At("/articles/{id:guid}/withdraw", Method.Post((HttpContext context, Guid id, IMediator mediator) => ChangeAsync(context, id, mediator, (article, version) => new WithdrawFromReview(article, version)), "withdrawArticle", "Take it back before anyone decided", typeof(StandingShape)));
        api.At("/articles/{id:guid}/schedule",
            Method.Post(ScheduleAsync, "scheduleArticle", "Plan that a revision a person approved goes live at a time, or that the article goes offline", typeof(StandingShape), body: typeof(PlanShape)),
            Method.Delete((HttpContext context, Guid id, IMediator mediator) => ChangeAsync(context, id, mediator, (article, version) => new CancelSchedule(article, version)), "cancelSchedule", "Drop the plan that waits", typeof(StandingShape)));
        api.At("/articles/{id:guid}/unpublish", Method.Post((HttpContext context, Guid id, IMediator mediator) => ChangeAsync(context, id, mediator, (article, version) => new UnpublishArticle(article, version)), "unpublishArticle", "Take it from its readers", typeof(StandingShape)));
        api.At("/articles/{id:guid}/archive",
            Method.Post((HttpContext context, Guid id, IMediator mediator) => ChangeAsync(context, id, mediator, (article, version) => new ArchiveArticle(article, false, version)), "archiveArticle", "Put it out of the way", typeof(StandingShape)),
            Method.Delete((HttpContext context, Guid id, IMediator mediator) => ChangeAsync(context, id, mediator, (article, version) => new ArchiveArticle(article, true, version)), "unarchiveArticle", "Take it out of the archive", typeof(StandingShape)));
    }

    /// <summary>For the reviewers: what to look at. May be left out.</summary>
    public sealed record NoteShape(string Note);

    /// <param name="Action"><c>publish</c> or <c>unpublish</c>.</param>
    /// <param name="Revision">The approved revision; left out, the one approved last.</param>
    public sealed record PlanShape(string Action, int? Revision, DateTimeOffset At);

    private static async Task SubmitAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body) return;
        var note = body.Text("note") ?? "";
        if (await Incoming.RefusedAsync(context, body)) return;
        await SendAsync(context, id, mediator, new SubmitArticleForReview(ArticleId.From(id), note, If: version));
    }

    private static async Task ScheduleAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body) return;
        var (action, revision, at) = (body.Word<ScheduledAction>("action", isRequired: true), body.Number("revision"), body.Moment("at", isRequired: true));
        if (await Incoming.RefusedAsync(context, body)) return;
        await SendAsync(context, id, mediator, new SchedulePublication(ArticleId.From(id), action!.Value, revision, at!.Value, version));
    }

    // A change that needs no words.
    private static async Task ChangeAsync(HttpContext context, Guid id, IMediator mediator, Func<ArticleId, int, ICommand> command)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        await SendAsync(context, id, mediator, command(ArticleId.From(id), version));
    }

    private static async Task SendAsync(HttpContext context, Guid id, IMediator mediator, ICommand command) =>
        await Told.StandingAsync(context, mediator, ArticleId.From(id), await mediator.Send(command, context.RequestAborted));
}

using System.Globalization;
using MediatR;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;

namespace QuestCms.Web.Api.Manage;

/// <summary>Revisions of an article: what was frozen, by whom, and what a person decided about it.</summary>
internal static class RevisionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/articles/{id:guid}/revisions", Method.Get(ListAsync, "listRevisions", "The revisions of an article, newest first", typeof(PageShape<RevisionShape>)));
        api.At("/articles/{id:guid}/revisions/{number:int:min(1)}", Method.Get(ReadAsync, "readRevision", "One revision as it was frozen", typeof(RevisionTextShape)));
    }

    private static async Task ListAsync(HttpContext context, Guid id, Caller caller, IMediator mediator, Delivery.Cursors cursors)
    {
        var query = new PageQuery(context.Request.Query);
        var filters = query.Filters($"revisions/{id:N}", caller.Grant.SiteSlug);
        int? before = null;
        if (query.Cursor is { } cursor)
        {
            if (cursors.Read(filters, cursor) is var (rank, _, _)) before = (int)rank;
            else query.NoCursor();
        }
        if (await query.RefusedAsync(context)) return;
        var page = await mediator.Send(new ListRevisions(ArticleId.From(id), before, query.Limit), context.RequestAborted);
        if (page.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await query.SendAsync(context, [.. page.Value.Items.Select(RevisionShape.Of)],
            page.Value.Next is null ? null : cursors.Make(filters, int.Parse(page.Value.Next, CultureInfo.InvariantCulture), DateTimeOffset.UnixEpoch, id));
    }

    private static async Task ReadAsync(HttpContext context, Guid id, int number, IMediator mediator)
    {
        var read = await mediator.Send(new GetRevision(ArticleId.From(id), number), context.RequestAborted);
        if (read.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, new RevisionTextShape(RevisionShape.Of(read.Value.Told), read.Value.Locale, TextShape.Of(read.Value.Text)));
    }
}

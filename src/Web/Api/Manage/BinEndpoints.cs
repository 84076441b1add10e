using MediatR;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;

namespace QuestCms.Web.Api.Manage;

/// <summary>The bin: what lies there, and out of it again. Deleting for ever is for people.</summary>
internal static class BinEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/bin", Method.Get(ListAsync, "listBin", "What lies in the bin, put there last first", typeof(PageShape<BinnedShape>)));
        api.At("/articles/{id:guid}/restore", Method.Post(RestoreAsync, "restoreArticle", "Take an article out of the bin", typeof(StandingShape)));
    }

    private static async Task ListAsync(HttpContext context, Caller caller, IMediator mediator, Delivery.Cursors cursors)
    {
        var query = new PageQuery(context.Request.Query);
        var filters = query.Filters("bin", caller.Grant.SiteSlug);
        string? after = null;
        if (query.Cursor is { } cursor)
        {
            if (cursors.Read(filters, cursor) is var (_, at, id)) after = $"{at.UtcTicks}_{id:N}";
            else query.NoCursor();
        }
        if (await query.RefusedAsync(context)) return;
        var bin = await mediator.Send(new ListBin(caller.Grant.Site, after, query.Limit), context.RequestAborted);
        if (bin.Error is { } refusal)
        {
            await PageQuery.RefuseAsync(context, refusal);
            return;
        }
        var rows = bin.Value.Page.Items;
        await query.SendAsync(context, [.. rows.Select(r => new BinnedShape(r.Id.Value, r.Version, r.Title, r.Kind, r.Words, r.BinnedAt, r.DeletedFrom, r.WasLive))],
            bin.Value.Page.Next is null ? null : cursors.Make(filters, 0, rows[^1].BinnedAt, rows[^1].Id.Value));
    }

    private static async Task RestoreAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        await Told.StandingAsync(context, mediator, ArticleId.From(id), await mediator.Send(new TakeFromBin(ArticleId.From(id), version), context.RequestAborted));
    }
}

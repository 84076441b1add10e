using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Articles similar to one.</summary>
internal static class RelatedEndpoint
{
    private const int DefaultLimit = 5;
    private const int MaxLimit = 20;
    private static readonly string[] Known = ["fields", "limit"];

    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/articles/{id:guid}/related", RelatedAsync, ArticleOperations.Related);

    private static async Task RelatedAsync(HttpContext context, string site, Guid id, SiteGate gate, PublishedStore store, PublishedRelated related, PublishedTaxa taxa, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow(Known);
        var shape = ArticleShape.Read(asked, BodyForm.None, ListQuery.AllFields) with { Body = BodyForm.None };
        if (shape.Fields?.Contains("body") == true) asked.Refuse("fields", "field.unknown", "Similar articles come without their bodies.");
        var limit = asked.Limit(DefaultLimit, MaxLimit);
        if (asked.Errors.Count > 0)
        {
            await asked.WriteAsync(context);
            return;
        }
        if (await store.ByIdAsync(found.Id, id, ct) is null)
        {
            await ArticleEndpoints.NotThereAsync(context, found, await taxa.GoneAsync(found.Id, id, ct), "No published article of this site has this id.");
            return;
        }
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug},article:{id}";
        var tag = Answer.TagOf($"{found.Sequence}\nrelated\n{id}\n{QueryString.Create(asked.Ordered())}");
        if (Answer.NotModified(context, tag)) return;
        var rows = await related.OfAsync(found.Id, [id], limit, ct);
        var links = new Paging(null, false, []).Page(context, null!, "", asked, rows, limit, _ => []).Links;
        await Answer.SendAsync(context, ListEndpoint.Json(string.Join(',', rows.Select(r => shape.Write(r.Json, null, null, []))), limit, null, links), tag, null, ct);
    }
}

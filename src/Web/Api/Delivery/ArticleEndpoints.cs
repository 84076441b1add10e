using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>One published article, by its id or its slug; a former slug leads on, a withdrawn article says that it is gone.</summary>
internal static class ArticleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Read("/sites/{site}/articles/{id:guid}", ByIdAsync);
        api.Read("/sites/{site}/articles/by-slug/{slug}", BySlugAsync);
    }

    private static async Task ByIdAsync(HttpContext context, string site, Guid id, SiteGate gate, PublishedStore store, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        if (await store.ByIdAsync(found.Id, id, ct) is { } article) await SendAsync(context, article, found, ct);
        else await Problems.WriteAsync(context, 404, "article.not_found", "No published article of this site has this id.");
    }

    private static async Task BySlugAsync(HttpContext context, string site, string slug, SiteGate gate, PublishedStore store, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        if (PlainText.HasForbidden(slug)) slug = "";
        if (await store.BySlugAsync(found.Id, slug, ct) is { } article)
        {
            await SendAsync(context, article, found, ct);
            return;
        }
        switch (await store.FormerAsync(found.Id, slug, ct))
        {
            case null: await Problems.WriteAsync(context, 404, "article.not_found", "No published article of this site has this slug."); break;
            case "": await Problems.WriteAsync(context, 410, "article.gone", "This article was published once and is no longer."); break;
            case var now:
                context.Response.StatusCode = 308;
                context.Response.Headers.Location = $"/api/v1/sites/{found.Slug}/articles/by-slug/{now}";
                break;
        }
    }

    private static Task SendAsync(HttpContext context, DeliveryArticle article, DeliverySite site, CancellationToken ct)
    {
        context.Response.Headers["Cache-Tag"] = $"site:{site.Slug},article:{article.Id}";
        return Answer.SendAsync(context, article.Json, article.JsonTag, article.UpdatedAt, ct);
    }
}

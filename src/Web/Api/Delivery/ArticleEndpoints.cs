using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>One published article, by its id or its slug; a former slug leads on, a withdrawn article says that it is gone, and what stands in for it.</summary>
internal static class ArticleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Read("/sites/{site}/articles/{id:guid}", ByIdAsync, ArticleOperations.ById);
        api.Read("/sites/{site}/articles/by-slug/{slug}", BySlugAsync, ArticleOperations.BySlug);
    }

    private static async Task ByIdAsync(HttpContext context, string site, Guid id, SiteGate gate, ReadyArticles articles, ShapedArticles shaped, PublishedTaxa taxa, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var other = await shaped.TryAsync(context, found, new ListCondition(ListField.Id, ListOperator.Eq, [id]), ct);
        if (other == true) return;
        var coding = Codings.Of(context.Request);
        if (other is null && await articles.ByIdAsync(found.Id, id, coding, ct) is { } article) await SendAsync(context, article, found, coding, ct);
        else await NotThereAsync(context, found, await taxa.GoneAsync(found.Id, id, ct), "No published article of this site has this id.");
    }

    private static async Task BySlugAsync(HttpContext context, string site, string slug, SiteGate gate, ReadyArticles articles, ShapedArticles shaped, PublishedTaxa taxa, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        if (PlainText.HasForbidden(slug)) slug = "";
        var other = await shaped.TryAsync(context, found, new ListCondition(ListField.Slug, ListOperator.Eq, [slug]), ct);
        if (other == true) return;
        var coding = Codings.Of(context.Request);
        if (other is null && await articles.BySlugAsync(found.Id, slug, coding, ct) is { } article) await SendAsync(context, article, found, coding, ct);
        else if (await taxa.FormerAsync(found.Id, slug, ct) is { } former) await FormerAsync(context, found, former.To, former);
        else if (await taxa.LeadingAsync(found.Id, slug, ct) is { Article: { } led } leading) await FormerAsync(context, found, leading.Slug, await taxa.GoneAsync(found.Id, led, ct));
        else await FormerAsync(context, found, null, null);
    }

    private static Task FormerAsync(HttpContext context, DeliverySite site, string? now, FormerAddress? former)
    {
        if (now is null) return NotThereAsync(context, site, former, "No published article of this site has this slug.");
        context.Response.StatusCode = 308;
        context.Response.Headers.Location = $"{Address(site, "by-slug/" + now)}{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    /// <summary>What was live and is not is gone, with its replacement where there is one; anything else was never there.</summary>
    public static Task NotThereAsync(HttpContext context, DeliverySite site, FormerAddress? gone, string never) => gone is null
        ? Problems.WriteAsync(context, 404, "article.not_found", never)
        : Problems.WriteAsync(context, 410, "article.gone", "This article was published once and is no longer.", more: new Dictionary<string, object?>
        {
            ["replacement"] = gone is { Replacement: { } id, ReplacementSlug: { } slug } ? new { id, slug, url = Address(site, id.ToString()) } : null,
        });

    private static string Address(DeliverySite site, string article) => $"/api/v1/sites/{site.Slug}/articles/{article}";

    public static string CacheTagsOf(ReadyArticle article, DeliverySite site) => article.CacheTags.Length > 0 ? article.CacheTags : $"site:{site.Slug},article:{article.Id}";

    private static Task SendAsync(HttpContext context, ReadyArticle article, DeliverySite site, Coding coding, CancellationToken ct)
    {
        DeliveryCall.IsOnlyOf(context, article.Id);
        context.Response.Headers["Cache-Tag"] = CacheTagsOf(article, site);
        return Answer.SendAsync(context, article.Bytes, article.Tag, coding, article.UpdatedAt, ct);
    }
}

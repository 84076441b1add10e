using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>One article in another shape than the one that is stored ready: some of its fields, its body as it was written, with similar ones or its pictures.</summary>
internal sealed class ShapedArticles(PublishedLists lists, PublishedRelated related)
{
    public static readonly string[] Known = ["fields", "include", "body"];

    private static readonly IReadOnlyList<ListKey> ByChange = [new(ListSort.UpdatedAt, true)];

    /// <summary>Null when the stored shape is asked for; true when it was answered or refused; false when there is no such article.</summary>
    /// <param name="which">The condition that finds it.</param>
    public async Task<bool?> TryAsync(HttpContext context, DeliverySite site, ListCondition which, CancellationToken ct)
    {
        if (context.Request.Query.Count == 0) return null;
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow(Known);
        var shape = ArticleShape.Read(asked, BodyForm.Html, ListQuery.AllFields);
        if (asked.Errors.Count > 0)
        {
            await asked.WriteAsync(context);
            return true;
        }
        if (shape is { Fields: null, Related: false, Media: false, Body: BodyForm.Html }) return null;
        if (await lists.PageAsync(new ListAsked(site.Id, [which], null, ByChange, 1, null, false, shape.Besides), ct) is not [var article]) return false;
        var similar = shape.Related ? (await related.OfAsync(site.Id, [article.Id], ArticleShape.RelatedEach, ct)).Select(r => r.Json) : [];
        var json = shape.Write(article.Json, article.Body, article.Media, similar);
        context.Response.Headers["Cache-Tag"] = $"site:{site.Slug},article:{article.Id}";
        // With similar ones it changes as they do: no time of change is true of it.
        await Answer.SendAsync(context, json, Answer.TagOf(json), shape.Related ? null : (DateTimeOffset)article.Place.Keys[0], ct);
        return true;
    }
}

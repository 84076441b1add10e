using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>An article as the delivery API answers it (API.md, "An article"): camelCase, snake_case enums, nulls present, times in RFC 3339 UTC.</summary>
internal static class PublishedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostTagged = 10;

    /// <param name="decision">Null in a preview of what nobody has decided about.</param>
    /// <param name="html">The body; null leaves it out, as lists do.</param>
    public static string Of(PublishedArticle row, string slug, Revision revision, Decision? decision, PublishedFacts facts, ShownPicture? cover, string? html, DateTimeOffset now) =>
        With(row, slug, revision, decision, facts, cover is null ? null : Image(cover), html, now);

    /// <param name="image">The cover as it stands in the JSON.</param>
    public static string With(PublishedArticle row, string slug, Revision revision, Decision? decision, PublishedFacts facts, object? image, string? html, DateTimeOffset now)
    {
        var content = revision.Content;
        var words = Words.Count(content);
        var machine = revision.Authorship.MachineShare();
        var byKind = revision.Authorship.WordsByKind();
        var article = new Dictionary<string, object?>
        {
            ["id"] = row.Article.Value,
            ["site"] = facts.SiteSlug,
            ["slug"] = slug,
            ["locale"] = revision.Locale,
            ["kind"] = content.Kind.ToString().ToLowerInvariant(),
            ["title"] = content.Title,
            ["summary"] = content.Summary,
            ["body"] = html,
            ["category"] = facts.CategorySlug is null ? null : new { slug = facts.CategorySlug, name = facts.CategoryName },
            ["tags"] = content.Tags,
            ["authors"] = facts.Authors.Select(a => new { slug = a.Slug, name = a.Name }),
            ["image"] = image,
            ["seo"] = new
            {
                title = content.SeoTitle.Length > 0 ? content.SeoTitle : content.Title,
                description = content.SeoDescription.Length > 0 ? content.SeoDescription : content.Summary,
                canonical = $"/sites/{facts.SiteSlug}/{slug}",
                keywords = content.Tags,
            },
            ["readingMinutes"] = words.Minutes,
            ["wordCount"] = words.Words,
            ["publishedAt"] = Time(row.PublishedAt),
            ["updatedAt"] = Time(now),
            ["version"] = row.Version,
            ["review"] = new { score = decision?.Score, approvedAt = decision is null ? null : Time(decision.DecidedAt), reviewers = facts.Reviewers },
            ["ai"] = new { origin = machine.Hand.ToString().ToLowerInvariant(), share = Math.Round(machine.Share, 3), disclosure = Disclosure(machine, WhoWrote(byKind.ContainsKey(OriginKind.Generation), byKind.ContainsKey(OriginKind.Agent)), facts, decision) },
            ["cacheTags"] = CacheTags(row, facts, content),
        };
        if (html is null) article.Remove("body");
        return JsonSerializer.Serialize(article, Options);
    }

    /// <summary>All pictures of an article, the cover first.</summary>
    public static string Of(ShownPictures pictures) => JsonSerializer.Serialize(pictures.All.Values.OrderBy(p => p.Asset != pictures.Cover?.Asset).ThenBy(p => p.Asset.Value).Select(p =>
    {
        var cover = p.Asset == pictures.Cover?.Asset;
        var largest = p.Of(cover ? RenditionCut.Cover : RenditionCut.Whole, RenditionPlans.Webp).Last();
        return new { id = p.Asset.Value, cover, url = p.AddressOf(largest), alt = p.AltText, width = largest.Width, height = largest.Height, credit = p.Credit, ai = p.IsAi, renditions = Renditions(p) };
    }), Options);

    // Addresses begin at the house's own root: under which name it is reached is the reader's to know.
    public static object Image(ShownPicture cover)
    {
        var largest = cover.Of(RenditionCut.Cover, RenditionPlans.Webp).Last();
        return new { url = cover.AddressOf(largest), alt = cover.AltText, width = largest.Width, height = largest.Height, credit = cover.Credit, ai = cover.IsAi, renditions = Renditions(cover) };
    }

    private static IEnumerable<object> Renditions(ShownPicture picture) =>
        picture.Renditions.Select(r => new { url = picture.AddressOf(r), cut = r.Cut.ToString().ToLowerInvariant(), type = r.ContentType, width = r.Width, height = r.Height });

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private static string? Disclosure(MachineShare machine, string who, PublishedFacts facts, Decision? decision)
    {
        var decided = decision?.Kind == DecisionKind.Review && facts.Reviewers.Count > 0 ? $" {string.Join(" and ", facts.Reviewers)} reviewed it." : "";
        return machine.Hand switch
        {
            MachineHand.None => null,
            MachineHand.Assisted => $"A part of this text ({machine.Share:P0}) was drafted with {who} and edited by people.{decided}",
            _ => $"Most of this text ({machine.Share:P0}) was drafted with {who}; people edited and answer for it.{decided}",
        };
    }

    private static string WhoWrote(bool claude, bool agent) => claude && agent ? "Claude and another program" : agent ? "a program" : "Claude";

    /// <summary>By which a CDN and a reading site know what an answer holds; of the tags the first ten.</summary>
    public static IEnumerable<string> CacheTags(PublishedArticle row, PublishedFacts facts, ArticleContent content)
    {
        yield return $"site:{facts.SiteSlug}";
        yield return $"article:{row.Article}";
        if (facts.CategorySlug is not null) yield return $"category:{facts.CategorySlug}";
        // A proxy takes so much in a header and no more.
        foreach (var tag in content.Tags.Select(Slug.From).Where(t => t.Length > 0).Distinct().Take(MostTagged)) yield return $"tag:{tag}";
    }
}

using System.Security.Cryptography;
using System.Text;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>A body as readers get it, and by which renderer it was made.</summary>
internal sealed record ReadyBody(string Html, string Text, int RendererVersion)
{
    /// <summary>The body readers have: nothing of it is made anew.</summary>
    public static ReadyBody Of(Publication shown) => new(shown.Html, shown.Text, shown.RendererVersion);
}

/// <summary>
/// The one place where the ready forms of a published row are made: JSON with and without body, packed bytes, tags, hashes, names. Publishing comes here with a text that was just rendered, a
/// rewriting with the body and the pictures that readers have, so that only what is shared differs. A form that readers get besides is made here, and both have it.
/// </summary>
internal static class ReadyForms
{
    public static Publication Make(PublishedArticle row, string slug, Revision revision, Decision decision, PublishedFacts facts, ReadyBody body, ReadyPictures pictures, DateTimeOffset now)
    {
        var json = PublishedJson.With(row, slug, revision, decision, facts, pictures.Image, body.Html, now);
        var bytes = Encoding.UTF8.GetBytes(json);
        var (brotli, gzip) = (Compressed.Brotli(bytes, Compressed.Once), Compressed.Gzip(bytes, Compressed.Once));
        return new Publication
        {
            Title = revision.Content.Title,
            Summary = revision.Content.Summary,
            Kind = revision.Content.Kind.ToString().ToLowerInvariant(),
            CategorySlug = facts.CategorySlug,
            CategoryName = facts.CategoryName,
            Tags = revision.Content.Tags,
            AuthorSlugs = [.. facts.Authors.Select(a => a.Slug)],
            AuthorNames = [.. facts.Authors.Select(a => a.Name)],
            AuthorAbouts = [.. facts.Authors.Select(a => a.About)],
            Score = decision.Score,
            Markdown = revision.Content.Body,
            Html = body.Html,
            Text = body.Text,
            Json = json,
            ListJson = PublishedJson.With(row, slug, revision, decision, facts, pictures.Image, null, now),
            MediaJson = pictures.MediaJson,
            JsonTag = Compressed.TagOf(bytes),
            JsonBrotli = brotli,
            JsonBrotliTag = Compressed.TagOf(brotli),
            JsonGzip = gzip,
            JsonGzipTag = Compressed.TagOf(gzip),
            CacheTags = string.Join(',', PublishedJson.CacheTags(row, facts, revision.Content)),
            PageTag = Compressed.TagOf(Encoding.UTF8.GetBytes(json + body.Html + body.RendererVersion)),
            Seal = decision.Seal,
            HtmlHash = SHA256.HashData(Encoding.UTF8.GetBytes(body.Html)),
            RendererVersion = body.RendererVersion,
        };
    }
}

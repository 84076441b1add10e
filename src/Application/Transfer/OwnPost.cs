using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>
/// A file as this house exports it: front matter with every field of an article, marked as its own, and the text as it is. Read back, nothing of it is guessed or mended, so the same article comes of it.
/// Pictures stand in it by the file they lie in beside it.
/// </summary>
internal static partial class OwnPost
{
    private const string Mark = "quest";
    private const string Version = "1";

    /// <summary>The folder of pictures beside the articles.</summary>
    public const string Pictures = "media/";

    public static bool IsOne(Dictionary<string, FrontValue> front) => front.TryGetValue(Mark, out var mark) && mark.Text == Version;

    /// <param name="fileOf">The file of a picture, without its folder; null for one that is not there.</param>
    public static string Write(ArticleContent content, NamedSlug? category, IEnumerable<NamedSlug> bylines, IEnumerable<string> formerAddresses, DateTimeOffset? published, bool isLive, Func<AssetId, string?> fileOf)
    {
        var yaml = new StringBuilder($"---\n{Mark}: {Version}\n");
        void Say(string name, string value)
        {
            if (value.Length > 0) yaml.Append(name).Append(": ").Append(Quoted(value)).Append('\n');
        }
        void Each(string name, IEnumerable<string> values)
        {
            var all = values.ToList();
            if (all.Count > 0) yaml.Append(name).Append(":\n").AppendJoin("", all.Select(v => $"  - {v}\n"));
        }
        Say("title", content.Title);
        Say("slug", content.Slug);
        if (published is { } at) Say("date", at.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture));
        yaml.Append("published: ").Append(isLive ? "true" : "false").Append('\n');
        Say("kind", content.Kind.ToString().ToLowerInvariant());
        if (category is not null) yaml.Append("category: ").Append(Pair(category)).Append('\n');
        Each("authors", bylines.Select(Pair));
        Each("tags", content.Tags.Select(Quoted));
        Say("summary", content.Summary);
        Say("seo_title", content.SeoTitle);
        Say("description", content.SeoDescription);
        if (content.Cover is { } cover && fileOf(cover) is { } file) Say("cover", Pictures + file);
        Each("redirect_from", formerAddresses.Select(a => Quoted("/" + a)));
        return yaml.Append("---\n").Append(Address().Replace(content.Body, m => fileOf(AssetId.From(Guid.Parse(m.Groups["id"].ValueSpan))) is { } name ? $"{Pictures}{name}#{m.Groups["name"].Value}" : m.Value)).ToString();
    }

    public static (ReadPost Post, FileReport Report) Read(SourceFile file, Dictionary<string, FrontValue> front, SourceText body, int charactersIn, ImportNotes notes)
    {
        string Text(string name) => front.TryGetValue(name, out var value) ? value.Text : "";
        string Fit(string name, int most) => Text(name) is var text && text.Length <= most ? text : PostFields.Cut(text, most);
        body = WithAddresses(body, file, notes);
        var whole = Encoding.UTF8.GetByteCount(body.Text) <= ArticleContent.MaxBodyBytes;
        if (!whole) notes.Lost(0, "over the limit", $"The text has over {ArticleContent.MaxBodyBytes / 1024} KB, so it is no file of an export as it was written: the article is imported without it.");
        if (!whole) body = new SourceText("", []);
        var slug = Text("slug");
        var category = front.TryGetValue("category", out var shelf) ? Named(shelf, Category.MaxName) : null;
        var redirects = front.TryGetValue("redirect_from", out var former) ? former.Texts.ToList() : [];
        notes.Understood(1, "export", "The file is an export of this house; it was read as it is.");
        var post = new ReadPost
        {
            Path = file.Path,
            Sha256 = SHA256.HashData(file.Bytes),
            Title = Fit("title", ArticleContent.MaxTitle),
            Slug = slug.Length == 0 || !Slug.IsValid(slug) ? "" : file.TakenSlugs.Contains(slug) ? PostFields.FreeSlug(slug, Text("title"), null, file, notes) : slug,
            Date = DateTimeOffset.TryParse(Text("date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null,
            Summary = Fit("summary", ArticleContent.MaxSummary),
            SeoTitle = Fit("seo_title", ArticleContent.MaxSeoTitle),
            SeoDescription = Fit("description", ArticleContent.MaxSeoDescription),
            Body = body.Text,
            Kind = Enum.TryParse<ArticleKind>(Text("kind"), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : ArticleKind.News,
            Category = category ?? new("", ""),
            HasCategory = category is not null,
            Bylines = front.TryGetValue("authors", out var authors) && authors.Value is List<FrontValue> list ? [.. list.Select(a => Named(a, Byline.MaxName)).OfType<NamedSlug>().DistinctBy(b => b.Slug).Take(ArticleContent.MaxBylines)] : [],
            Tags = front.TryGetValue("tags", out var tags) ? [.. tags.Texts.Where(t => t.Length is > 0 and <= ArticleContent.MaxTag).Take(ArticleContent.MaxTags)] : [],
            Cover = Text("cover") is { Length: > 0 } cover && file.Pictures.TryGetValue(cover, out var picture) ? picture : null,
            Redirects = redirects,
            Published = whole && body.Text.Length > 0 && Text("published") == "true",
            Attributes = redirects.Count == 0 ? "{}" : JsonSerializer.Serialize(new Dictionary<string, object> { [LeadFormerAddressesToArticle.FormerAddresses] = redirects }),
        };
        return (post, notes.Report(file.Path, charactersIn, body.Text.Length));
    }

    // Our own addresses again, of the pictures as they are called here.
    private static SourceText WithAddresses(SourceText body, SourceFile file, ImportNotes notes)
    {
        var rewriting = new Rewriting(body, notes);
        foreach (Match match in File().Matches(body.Text))
        {
            if (!file.Pictures.TryGetValue(match.Groups["file"].Value, out var asset)) continue;
            rewriting.CopyTo(match.Index);
            rewriting.Add(PicturesInText.AddressOf(asset, match.Groups["name"].Value), "addresses of pictures");
            rewriting.DropTo(match.Index + match.Length, "addresses of pictures");
        }
        return rewriting.End();
    }

    private static NamedSlug? Named(FrontValue value, int most) =>
        value.Value is Dictionary<string, FrontValue> map && map.TryGetValue("slug", out var slug) && Slug.IsValid(slug.Text) && map.TryGetValue("name", out var name) && name.Text.Length > 0 ? new(slug.Text, PostFields.Cut(name.Text, most)) : null;

    private static string Pair(NamedSlug named) => $"{{slug: {Quoted(named.Slug)}, name: {Quoted(named.Name)}}}";

    // Double-quoted YAML: everything may stand in it; what is no character to see is written by its number.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("/media/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/(?<name>[a-z0-9.-]{1,60})", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();

    [GeneratedRegex("(?<file>media/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.[a-z]{3,4})#(?<name>[a-z0-9.-]{1,60})", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex File();
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>Front matter and file name as the fields of an article. What has no field becomes an attribute, and is said.</summary>
internal static class PostFields
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 64 };

    public static ReadPost Of(SourceFile file, Dictionary<string, FrontValue> front, ImportNotes notes)
    {
        var reading = new FieldReading(front, notes);
        var name = FileName.Of(file.Path);
        var title = reading.Line("title", ArticleContent.MaxTitle);
        if (title.Length == 0)
        {
            title = name.Words;
            notes.Changed(0, "title", $"No title was found; the file name gives “{title}”.");
        }
        var date = Date(reading, name, notes);
        var summary = reading.Paragraph("excerpt", "summary");
        var description = reading.Take("description") is { } said ? PlainField.Of(said, notes) : "";
        if (summary.Length == 0) summary = Cut(description, ArticleContent.MaxSummary);
        else if (description.Length <= ArticleContent.MaxSeoDescription && description != summary) notes.Understood(front["description"].Line, "description", "The description became the SEO description.");
        else if (description.Length > ArticleContent.MaxSeoDescription) reading.Keep("description");
        var redirects = reading.Paths("redirect_from").Concat(reading.Paths("permalink")).Distinct(StringComparer.Ordinal).ToList();
        var post = new ReadPost
        {
            Path = file.Path, Sha256 = [], Title = title, Date = date, Summary = summary,
            SeoDescription = description.Length <= ArticleContent.MaxSeoDescription && description != summary ? description : "",
            Slug = FreeSlug(Slug.IsValid(reading.Line("slug", ArticleContent.MaxSlug)) ? reading.Line("slug", ArticleContent.MaxSlug) : name.Slug, title, date, file, notes),
            Bylines = [.. reading.Names("authors", "author").Select(n => Named(n, Byline.MaxName)).Where(b => b.Slug.Length > 0).DistinctBy(b => b.Slug)],
            Tags = reading.Tags(), Redirects = redirects, Published = !reading.Says("published", "false") && !reading.Says("draft", "true"),
        };
        if (Enum.TryParse<ArticleKind>(reading.Line("kind", 40), ignoreCase: true, out var kind) && Enum.IsDefined(kind)) post = post with { Kind = kind };
        if (Named(reading.Line("category", Category.MaxName), Category.MaxName) is { Slug.Length: > 0 } category) post = post with { Category = category };
        if (post.Bylines.Count > ArticleContent.MaxBylines)
        {
            notes.Lost(0, "authors", $"{post.Bylines.Count} authors; {ArticleContent.MaxBylines} are the most. The later ones are not bylines.");
            post = post with { Bylines = [.. post.Bylines.Take(ArticleContent.MaxBylines)] };
        }
        if (!post.Published) notes.Understood(0, "draft", "The file calls itself a draft, so it stays one.");
        return post with { Attributes = Attributes(reading.Rest(), redirects) };
    }

    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)];
        return cut.TrimEnd() + "…";
    }

    private static NamedSlug Named(string name, int most) => new(Slug.From(name), Cut(name.Trim(), most));

    private static DateTimeOffset? Date(FieldReading reading, FileName name, ImportNotes notes)
    {
        var said = reading.Line("date", 80);
        if (said.Length > 0)
        {
            // "2015-01-01 10:00:00 -0500", "2014-03-12T10:11:00-04:00", "2015-01-01"; without an offset it is UTC.
            if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
                && date.Year is >= 1900 and <= 2200) return date;
            notes.Kept(0, "date", $"“{said}” is no date; {(name.Date is null ? "the article has none" : "the file name's is taken")}.");
        }
        return name.Date;
    }

    private static string FreeSlug(string slug, string title, DateTimeOffset? date, SourceFile file, ImportNotes notes)
    {
        if (slug.Length == 0) slug = Slug.From(title);
        if (slug.Length == 0) slug = "imported-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file.Path)))[..8];
        if (!file.TakenSlugs.Contains(slug)) return slug;
        var stem = slug.Length > ArticleContent.MaxSlug - 10 ? slug[..(ArticleContent.MaxSlug - 10)].TrimEnd('-') : slug;
        var wanted = date is { } at ? $"{stem}-{at.Year}" : stem;
        var free = wanted;
        for (var n = 2; free == slug || file.TakenSlugs.Contains(free); n++) free = $"{wanted}-{n}";
        notes.Changed(0, "slug", $"Another article has the slug “{slug}”; this one is “{free}”.");
        return free;
    }

    private static string Attributes(Dictionary<string, object?> rest, List<string> redirects)
    {
        if (redirects.Count > 0) rest["redirects"] = redirects;
        return JsonSerializer.Serialize(rest, Json);
    }
}

/// <summary>What a file's name says: <c>2015-1-09-some-words.md</c>, the date optional, months and days with one digit or two.</summary>
internal sealed record FileName(DateTimeOffset? Date, string Slug, string Words)
{
    public static FileName Of(string path)
    {
        var name = PlainText.Clean(path[(path.LastIndexOf('/') + 1)..]).Text;
        if (name.LastIndexOf('.') is > 0 and var dot) name = name[..dot];
        var parts = name.Split('-', 4);
        DateTimeOffset? date = null;
        if (parts.Length == 4 && parts[0].Length == 4 && DateTimeOffset.TryParseExact($"{parts[0]}-{parts[1]}-{parts[2]}", "yyyy-M-d", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var found)) (date, name) = (found, parts[3]);
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return new FileName(date, Domain.Common.Slug.From(name), PostFields.Cut(words.Length == 0 ? "Untitled" : char.ToUpperInvariant(words[0]) + words[1..], ArticleContent.MaxTitle));
    }
}

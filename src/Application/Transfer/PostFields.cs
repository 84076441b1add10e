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
        else notes.Understood(front["title"].Line, "title", $"The title is “{ImportNotes.Shown(title)}”.");
        var date = Date(reading, name, notes);
        var summary = reading.Paragraph("excerpt", "summary");
        var description = reading.Take("description") is { } said ? PlainField.Of(said, notes) : "";
        if (summary.Length == 0 && description.Length > 0)
        {
            summary = Cut(description, ArticleContent.MaxSummary);
            notes.Understood(front["description"].Line, "summary", "The description became the summary.");
            if (description.Length > ArticleContent.MaxSummary) notes.Lost(front["description"].Line, "description", $"The description has {description.Length:N0} characters; a summary has at most {ArticleContent.MaxSummary:N0}. The end is left out.");
        }
        else if (description.Length > ArticleContent.MaxSeoDescription && description != summary)
        {
            notes.Kept(front["description"].Line, "description", $"The description has {description.Length:N0} characters; an SEO description has at most {ArticleContent.MaxSeoDescription}. It is kept as an attribute.");
            reading.KeepSilently("description");
        }
        else if (description.Length > 0) notes.Understood(front["description"].Line, "description", description == summary ? "The description says what the summary says." : "The description became the SEO description.");
        var redirects = Former(reading, name, notes);
        var post = new ReadPost
        {
            Path = file.Path,
            Sha256 = [],
            Title = title,
            Date = date,
            Summary = summary,
            SeoDescription = description.Length <= ArticleContent.MaxSeoDescription && description != summary ? description : "",
            SeoTitle = reading.Line("seo_title", ArticleContent.MaxSeoTitle),
            Slug = FreeSlug(Known(reading, "slug", Slug.IsValid, "is no slug; the file name gives it", notes) ?? name.Slug, title, date, file, notes),
            Bylines = [.. reading.Names("authors", "author").Select(Author).Where(b => b.Slug.Length > 0).DistinctBy(b => b.Slug)],
            Tags = reading.Tags(),
            Redirects = redirects,
            Published = !reading.Says("published", "false") && !reading.Says("draft", "true"),
        };
        if (Known(reading, "kind", said => Enum.GetNames<ArticleKind>().Contains(said, StringComparer.OrdinalIgnoreCase), "is no kind of article; it is taken as news", notes) is { } kind)
            post = post with { Kind = Enum.Parse<ArticleKind>(kind, ignoreCase: true) };
        if (Named(reading.Line("category", Category.MaxName), Category.MaxName) is { Slug.Length: > 0 } category) post = post with { Category = category };
        if (post.Bylines.Count > ArticleContent.MaxBylines)
        {
            notes.Lost(reading.LineOf("authors", "author"), "authors", $"{post.Bylines.Count} authors; {ArticleContent.MaxBylines} are the most. The later ones are not bylines.");
            post = post with { Bylines = [.. post.Bylines.Take(ArticleContent.MaxBylines)] };
        }
        if (post.Bylines.Count > 0) notes.Understood(reading.LineOf("authors", "author"), "bylines", $"The bylines are {ImportNotes.Shown(string.Join(", ", post.Bylines.Select(b => b.Name)))}.");
        if (post.Tags.Length > 0) notes.Understood(reading.LineOf("tags"), "tags", $"The tags are {ImportNotes.Shown(string.Join(", ", post.Tags))}.");
        if (!post.Published) notes.Understood(0, "draft", "The file calls itself a draft, so it stays one.");
        return post with { Attributes = Attributes(reading.Rest(), redirects) };
    }

    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)];
        return cut.TrimEnd() + "…";
    }

    // A field that is one word of a certain form; another word stays an attribute, and is said.
    private static string? Known(FieldReading reading, string name, Func<string, bool> isOne, string otherwise, ImportNotes notes)
    {
        if (reading.Take(name) is not { } value || value.Text.Trim() is not { Length: > 0 } said) return null;
        if (isOne(said))
        {
            notes.Understood(value.Line, name, $"The {name} is “{said}”.");
            return said;
        }
        notes.Kept(value.Line, name, $"“{ImportNotes.Shown(said)}” {otherwise}.");
        reading.KeepSilently(name);
        return null;
    }

    // Blogs name authors by their slugs: readers see "some-writer" as Some Writer.
    private static NamedSlug Author(string name)
    {
        var named = Named(name, Byline.MaxName);
        return named.Name == named.Slug && named.Slug.Contains('-')
            ? named with { Name = string.Join(' ', named.Slug.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) } : named;
    }

    // Where the piece stood before: as the file says, and as site generators make addresses of a dated file's date and name, which other posts link to.
    private static List<string> Former(FieldReading reading, FileName name, ImportNotes notes)
    {
        var former = reading.Paths("redirect_from").Concat(reading.Paths("permalink")).ToList();
        if (name.Date is not null)
        {
            var dated = new[] { reading.Peek("date").Trim(), name.Date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }.Where(d => d.Length >= 10).Select(d => d[..10]).Distinct()
                .Where(d => DateTime.TryParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)).Select(d => name.AddressOn(d)).OfType<string>().Except(former).ToList();
            foreach (var address in dated) notes.Understood(0, "former address", $"Date and file name give the former address {ImportNotes.Shown(address)}.");
            former.AddRange(dated);
        }
        return [.. former.Distinct(StringComparer.Ordinal)];
    }

    private static NamedSlug Named(string name, int most) => new(Slug.From(name), Cut(name.Trim(), most));

    private static DateTimeOffset? Date(FieldReading reading, FileName name, ImportNotes notes)
    {
        var said = reading.Line("date", 80);
        if (said.Length > 0)
        {
            // "2015-01-01 10:00:00 -0500", "2014-03-12T10:11:00-04:00", "2015-01-01"; without an offset it is UTC.
            if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
                && date.Year is >= 1900 and <= 2200)
            {
                notes.Understood(reading.LineOf("date"), "date", $"The date is {date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.");
                return date;
            }
            notes.Kept(reading.LineOf("date"), "date", $"“{said}” is no date; {(name.Date is null ? "the article has none" : "the file name's is taken")}.");
        }
        if (name.Date is { } day) notes.Understood(0, "date", $"The file name gives the date {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.");
        return name.Date;
    }

    internal static string FreeSlug(string slug, string title, DateTimeOffset? date, SourceFile file, ImportNotes notes)
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
        if (redirects.Count > 0) rest[LeadFormerAddressesToArticle.FormerAddresses] = redirects;
        return JsonSerializer.Serialize(rest, Json);
    }
}

/// <summary>What a file's name says: <c>2015-1-09-some-words.md</c>, the date optional, months and days with one digit or two.</summary>
internal sealed record FileName(DateTimeOffset? Date, string Slug, string Words)
{
    private string Tail { get; init; } = "";

    /// <summary>The address site generators give a dated file: <c>/2015/01/09/some-words/</c> for the day 2015-01-09; null when the name is no part of an address.</summary>
    public string? AddressOn(string day) => Tail.Length is > 0 and <= 200 && Tail.AsSpan().IndexOfAny(" ?#:%") < 0 ? $"/{day.Replace('-', '/')}/{Tail}/" : null;

    public static FileName Of(string path)
    {
        var name = PlainText.Clean(path[(path.LastIndexOf('/') + 1)..]).Text;
        if (name.LastIndexOf('.') is > 0 and var dot) name = name[..dot];
        var parts = name.Split('-', 4);
        DateTimeOffset? date = null;
        if (parts.Length == 4 && parts[0].Length == 4 && DateTimeOffset.TryParseExact($"{parts[0]}-{parts[1]}-{parts[2]}", "yyyy-M-d", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var found)) (date, name) = (found, parts[3]);
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return new FileName(date, Domain.Common.Slug.From(name), PostFields.Cut(words.Length == 0 ? "Untitled" : char.ToUpperInvariant(words[0]) + words[1..], ArticleContent.MaxTitle)) { Tail = name };
    }
}

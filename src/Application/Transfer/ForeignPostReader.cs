using System.Globalization;
using System.Text;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Transfer;

/// <summary>Reads a piece of another system as a post, on the same way as a file of Markdown. Knows no database and never throws for what the piece holds.</summary>
internal static class ForeignPostReader
{
    /// <summary>A text of more characters is not read: nothing of it would fit.</summary>
    public const int MostCharacters = PostReader.MostBytes;

    public static (ReadPost Post, FileReport Report) Read(ForeignPost foreign, IReadOnlySet<string> taken)
    {
        var notes = new ImportNotes();
        foreach (var line in foreign.Notes) notes.Tell(line);
        if (foreign.State == ForeignState.InReview) notes.Kept(0, "in review", "It was in review there; here it is a working copy. Submit it when it is ready: nobody’s review came with it.");
        if (foreign.State == ForeignState.Archived) notes.Understood(0, "archived", "It was archived there, and is here.");
        if (foreign.Model is { } model) notes.Understood(0, "model", $"{(model.Name.Length > 0 ? ImportNotes.Shown(model.Name) : "A model")} wrote it there: its words count as that model’s until a person changes them here.");
        var file = new SourceFile(foreign.From, Encoding.UTF8.GetBytes(foreign.Body), new HashSet<string>(), taken);
        var (text, charactersIn) = FileText.Read(file.Bytes, notes);
        var body = foreign.Form switch
        {
            ForeignForm.Markdown => text,
            ForeignForm.WordPress => HtmlText.Guard(WordPressText.Unwrap(text, notes), notes),
            _ => HtmlText.Guard(text, notes),
        };
        body = MissingImages.Replace(HtmlToMarkdown.Rewrite(body, notes), file, notes, tellElsewhere: true);
        var (post, report) = PostReader.Finish(file, Front(foreign, notes), body, charactersIn, foreign.Sha256(), notes);
        return (post with { Path = foreign.Path, Came = foreign, Published = post.Published && foreign.State == ForeignState.Published }, report with { Path = foreign.Path });
    }

    // The fields as front matter, so that both sorts of import have one law: the same limits, the same words about them.
    private static Dictionary<string, FrontValue> Front(ForeignPost foreign, ImportNotes notes)
    {
        var front = new Dictionary<string, FrontValue>(StringComparer.Ordinal);
        foreach (var (name, value) in foreign.Rest) front[name] = new(value, 0);
        front["title"] = new(TitleOf(foreign, notes), 0);
        front["slug"] = new(SlugOf(foreign, notes), 0);
        Set("excerpt", foreign.Summary);
        Set("description", foreign.SeoDescription);
        Set("seo_title", foreign.SeoTitle);
        Set("category", foreign.Category);
        if ((foreign.PublishedAt ?? (foreign.State is ForeignState.Published or ForeignState.Archived ? foreign.ChangedAt ?? foreign.CreatedAt : null)) is { } date)
            front["date"] = new(date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture), 0);
        List("tags", foreign.Tags);
        List("authors", foreign.Authors);
        List("redirect_from", foreign.Addresses);
        return front;

        void Set(string name, string value)
        {
            if (value.Trim().Length > 0) front[name] = new(value, 0);
        }

        void List(string name, IReadOnlyList<string> values)
        {
            if (values.Count > 0) front[name] = new(values.Select(v => new FrontValue(v, 0)).ToList(), 0);
        }
    }

    private static string TitleOf(ForeignPost foreign, ImportNotes notes)
    {
        if (foreign.Title.Trim().Length > 0) return foreign.Title;
        notes.Changed(0, "no title", "It has no title there; it is called “Untitled” until a person names it.");
        return "Untitled";
    }

    private static string SlugOf(ForeignPost foreign, ImportNotes notes)
    {
        if (Slug.IsValid(foreign.Slug)) return foreign.Slug;
        var slug = Slug.From(foreign.Slug) is { Length: > 0 } mended ? mended : Slug.From(foreign.Title);
        if (slug.Length == 0) slug = "imported-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(foreign.Path)))[..8];
        if (foreign.Slug.Length > 0) notes.Changed(0, "slug", $"“{ImportNotes.Shown(foreign.Slug)}” can't be a slug here; it is “{slug}”.");
        return slug;
    }
}

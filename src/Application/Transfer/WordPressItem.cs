using System.Globalization;

namespace QuestCms.Application.Transfer;

/// <summary>
/// One item of WordPress as a piece: posts and pages are articles, everything else is left out with a word on why. The first category is the category, others are tags beside the tags; what
/// stood behind a password or was private is never shown to readers by an import.
/// </summary>
internal static class WordPressItem
{
    private static readonly HashSet<string> SeoTitles = new(StringComparer.Ordinal) { "_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_genesis_title" };
    private static readonly HashSet<string> SeoDescriptions = new(StringComparer.Ordinal) { "_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_genesis_description" };

    public static ForeignItem Read(WordPressFields item, IReadOnlyDictionary<string, string> authors)
    {
        var (type, status, title) = (item.Of("post_type"), item.Of("status"), item.Named.GetValueOrDefault("title", "").Trim());
        var path = ForeignNotes.PathOf("wordpress", Identity(item));
        if (type == "attachment") return new ForeignItem(path, null, $"A file: {ImportNotes.Shown(item.Of("attachment_url"))} was not fetched. Bring it to the library if it is to stay.");
        if (type is not ("post" or "page")) return new ForeignItem(path, null, $"“{ImportNotes.Shown(type)}” is no article but a thing of WordPress’s own or of a plug-in.");
        if (status is "trash" or "auto-draft" or "inherit") return new ForeignItem(path, null, status == "trash" ? "It is in the bin there." : "WordPress kept it for itself; nobody wrote it.");
        if (item.IsTooLong) return new ForeignItem(path, null, "Its text is over 2 MB.");

        var notes = new ForeignNotes();
        var state = StateOf(status, item, notes);
        var (category, tags) = Terms(item, notes);
        var published = Date(item, notes);
        Leftovers(item, type, notes);
        var link = item.Of("link");
        return ForeignItem.Of(new ForeignPost
        {
            From = "wordpress",
            Path = path,
            Title = title,
            Slug = SlugOf(item),
            Body = item.Named.GetValueOrDefault("content", ""),
            Form = ForeignForm.WordPress,
            Summary = item.Of("excerpt"),
            SeoTitle = Meta(item, SeoTitles),
            SeoDescription = Meta(item, SeoDescriptions),
            CreatedAt = published,
            ChangedAt = Zero(item.Of("post_modified_gmt")) ? null : notes.Moment("when it was changed", item.Of("post_modified_gmt")),
            PublishedAt = state == ForeignState.Published ? published : null,
            State = state,
            Status = status,
            Category = category,
            Tags = tags,
            Authors = item.Of("creator") is { Length: > 0 } login ? [authors.GetValueOrDefault(login) is { Length: > 0 } shown ? shown : login] : [],
            // "?p=12" is an address of every post and leads to none of them by its path.
            Addresses = state == ForeignState.Published && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.AbsolutePath.Length > 1 ? [link] : [],
            Rest = notes.Rest,
            Notes = notes.Lines,
        });
    }

    // The guid names the site too: two blogs in one site of ours don't take each other's posts for theirs.
    private static string Identity(WordPressFields item) => item.Of("guid") is { Length: > 0 } guid ? guid : item.Of("link") is { Length: > 0 } link ? link : $"number {item.Of("post_id")}";

    private static ForeignState StateOf(string status, WordPressFields item, ForeignNotes notes)
    {
        if (item.Of("post_password").Length > 0)
        {
            notes.Kept("password", "It stood behind a password; here it is a working copy, because everyone reads what is published.");
            return ForeignState.Draft;
        }
        switch (status)
        {
            case "publish": return ForeignState.Published;
            case "pending": notes.Keep("status", status); return ForeignState.InReview;
            case "private": notes.Kept("status", "It was private; here it is a working copy, because everyone reads what is published."); break;
            case "future": notes.Kept("status", $"It was planned there for {item.Of("post_date")}; here it is a working copy. Plan it anew."); break;
            case "draft": break;
            default: notes.Kept("status", $"“{ImportNotes.Shown(status)}” is no state that is known; it is a working copy."); break;
        }
        return ForeignState.Draft;
    }

    private static (string Category, IReadOnlyList<string> Tags) Terms(WordPressFields item, ForeignNotes notes)
    {
        var categories = item.Terms.Where(t => t.Domain == "category" && t.Slug != "uncategorized").Select(t => t.Name.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (categories.Count > 1) notes.Changed("categories", $"It had {categories.Count} categories: “{ImportNotes.Shown(categories[0])}” is its category, the others became tags.");
        foreach (var others in item.Terms.Where(t => t.Domain is not ("category" or "post_tag")).GroupBy(t => t.Domain)) notes.Keep(others.Key.Length > 0 ? others.Key : "term", string.Join(", ", others.Select(t => t.Name)));
        return (categories.FirstOrDefault() ?? "", [.. categories.Skip(1).Concat(item.Terms.Where(t => t.Domain == "post_tag").Select(t => t.Name.Trim())).Where(n => n.Length > 0)]);
    }

    private static DateTimeOffset? Date(WordPressFields item, ForeignNotes notes)
    {
        if (!Zero(item.Of("post_date_gmt"))) return notes.Moment("its date", item.Of("post_date_gmt"));
        if (DateTimeOffset.TryParse(item.Of("pubDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var told) && told.Year >= 1900) return told;
        return Zero(item.Of("post_date")) ? null : notes.Moment("its date", item.Of("post_date"));
    }

    private static bool Zero(string date) => date.Length == 0 || date.StartsWith("0000", StringComparison.Ordinal);

    // Names of other scripts stand as percents.
    private static string SlugOf(WordPressFields item)
    {
        var name = item.Of("post_name");
        return name.Contains('%') ? Uri.UnescapeDataString(name) : name;
    }

    private static string Meta(WordPressFields item, HashSet<string> names) =>
        item.Meta.Where(m => names.Contains(m.Key)).Select(m => m.Value.Trim()).FirstOrDefault(v => v.Length > 0 && !v.Contains("%%", StringComparison.Ordinal) && !v.Contains("%title", StringComparison.Ordinal)) ?? "";

    private static void Leftovers(WordPressFields item, string type, ForeignNotes notes)
    {
        if (type == "page") notes.Understood("page", "It was a page there; here it is an article.");
        if (item.Of("post_parent") is { Length: > 0 } parent and not "0")
        {
            notes.Keep("post_parent", parent);
            notes.Kept("parent", $"It stood under the page with the number {ImportNotes.Shown(parent)}; articles stand beside each other here.");
        }
        if (item.Comments > 0) notes.Lost("comments", $"{item.Comments:N0} comments of readers are left out.");
        if (item.Meta.Exists(m => m.Key == "_thumbnail_id")) notes.Lost("cover", $"Its picture (file number {ImportNotes.Shown(item.Meta.First(m => m.Key == "_thumbnail_id").Value)}) was not fetched. Bring it to the library and choose it as the cover.");
        var own = item.Meta.Count(m => m.Key.StartsWith('_') && m.Key != "_thumbnail_id" && !SeoTitles.Contains(m.Key) && !SeoDescriptions.Contains(m.Key));
        if (own > 0) notes.Lost("inner fields", $"{own:N0} inner fields of WordPress and its plug-ins are left out.");
        foreach (var meta in item.Meta.Where(m => !m.Key.StartsWith('_') && m.Key.Length > 0 && !SeoTitles.Contains(m.Key) && !SeoDescriptions.Contains(m.Key))) notes.Keep(meta.Key, meta.Value);
    }
}

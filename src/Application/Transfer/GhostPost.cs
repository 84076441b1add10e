using System.Globalization;
using System.Text.Json;

namespace QuestCms.Application.Transfer;

/// <summary>One post or page of an export of Ghost. Its first public tag is the category, the others stay tags; what was for members only is never shown to readers by an import.</summary>
internal static class GhostPost
{
    private const string Address = "__GHOST_URL__";

    public static ForeignPost Read(JsonElement post, int number, IReadOnlyList<JsonElement> tags, IReadOnlyList<JsonElement> people, JsonElement meta)
    {
        var notes = new ForeignNotes();
        var body = Body(post, notes);
        var status = post.Text("status").Trim().ToLowerInvariant();
        var state = status switch { "published" => ForeignState.Published, _ => ForeignState.Draft };
        if (status == "scheduled") notes.Kept("status", $"It was planned there for {post.Text("published_at")}; here it is a working copy. Plan it anew.");
        else if (status == "sent") notes.Kept("status", "It was sent as a mail only and never stood on the site; it is a working copy.");
        if (post.Text("visibility") is { Length: > 0 } seen and not "public")
        {
            notes.Kept("visibility", $"Its readers there were “{ImportNotes.Shown(seen)}” only; here it is a working copy, because everyone reads what is published.");
            notes.Keep("visibility", seen);
            state = ForeignState.Draft;
        }
        var named = tags.Where(t => t.Text("visibility") != "internal" && !t.Text("name").StartsWith('#')).Select(t => t.Text("name")).Where(t => t.Length > 0).ToList();
        if (tags.Count > named.Count) notes.Lost("internal tags", $"{tags.Count - named.Count} internal tags of Ghost’s are left out.");
        if (named.Count > 0) notes.Understood("category", $"The first tag, “{ImportNotes.Shown(named[0])}”, became the category.");
        Leftovers(post, meta, notes);
        var slug = post.Text("slug");
        var identity = post.Text("uuid") is { Length: > 0 } uuid ? uuid : post.Text("id") is { Length: > 0 } id ? id : slug.Length > 0 ? slug : $"number {number}";
        return new ForeignPost
        {
            From = "ghost",
            Path = ForeignNotes.PathOf("ghost", identity),
            Title = post.Text("title"),
            Slug = slug,
            Body = body.Replace(Address + "/", "/", StringComparison.Ordinal).Replace(Address, "/", StringComparison.Ordinal),
            Form = ForeignForm.Html,
            Summary = post.Text("custom_excerpt"),
            SeoTitle = First(post, meta, "meta_title"),
            SeoDescription = First(post, meta, "meta_description"),
            CreatedAt = Moment(notes, "when it was begun", post, "created_at"),
            ChangedAt = Moment(notes, "when it was changed", post, "updated_at"),
            PublishedAt = state == ForeignState.Published ? Moment(notes, "when it was published", post, "published_at") : null,
            State = state,
            Status = status,
            Category = named.FirstOrDefault() ?? "",
            Tags = [.. named.Skip(1)],
            Authors = [.. people.Select(p => p.Text("name")).Where(n => n.Length > 0)],
            Addresses = slug.Length > 0 && state == ForeignState.Published ? [$"/{slug}/"] : [],
            Rest = notes.Rest,
            Notes = notes.Lines,
        };
    }

    private static string Body(JsonElement post, ForeignNotes notes)
    {
        if (post.Text("html") is { Length: > 0 } html) return html;
        foreach (var (form, read) in new (string, Func<string, string?>)[] { ("lexical", GhostWords.OfLexical), ("mobiledoc", GhostWords.OfMobiledoc) })
        {
            if (post.Text(form) is not { Length: > 0 } said) continue;
            if (read(said) is not { } words) { notes.Lost("text", $"The export holds the text as {form} only, and that can’t be read."); continue; }
            if (words.Length > 0) notes.Changed("text", $"The export holds no HTML of it; its words were taken from {form}, without links, pictures and cards.");
            return words;
        }
        return System.Net.WebUtility.HtmlEncode(post.Text("plaintext"));
    }

    private static void Leftovers(JsonElement post, JsonElement meta, ForeignNotes notes)
    {
        if (First(post, meta, "feature_image") is { Length: > 0 } cover)
        {
            notes.Lost("cover", $"Its picture {ImportNotes.Shown(cover)} was not fetched. Bring it to the library and choose it as the cover.");
            notes.Keep("feature_image", cover.Replace(Address, "", StringComparison.Ordinal));
        }
        notes.Keep("canonical_url", First(post, meta, "canonical_url"));
        foreach (var name in new[] { "codeinjection_head", "codeinjection_foot" })
            if (post.Text(name).Length > 0) notes.Lost("code", $"Code it put into its page ({name}) is left out.");
        if (post.Text("type") == "page" || post.Text("page") is "true" or "1") notes.Understood("page", "It was a page there; here it is an article.");
        foreach (var name in new[] { "feature_image_alt", "feature_image_caption", "og_title", "og_description", "twitter_title", "twitter_description", "locale" }) notes.Keep(name, First(post, meta, name));
    }

    private static string First(JsonElement post, JsonElement meta, string name) => meta.Text(name) is { Length: > 0 } said ? said : post.Text(name);

    // Old exports count milliseconds.
    private static DateTimeOffset? Moment(ForeignNotes notes, string what, JsonElement post, string name)
    {
        var said = post.Text(name);
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 10_000_000_000 and < 10_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : notes.Moment(what, said);
    }
}

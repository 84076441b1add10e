using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>
/// A page that was read for a request, as it was read: what Claude was told of it stays to be looked at. A page that could not be read says why. Its words are somebody else's: they are quoted
/// to the model as data and shown as text.
/// </summary>
public sealed class Source : AggregateRoot
{
    /// <summary>Characters of one page that are kept and told.</summary>
    public const int MaxText = 20_000;
    public const int MaxAddress = 2_000;
    public const int MaxTitle = 300;
    /// <summary>Addresses of one brief.</summary>
    public const int Most = 5;

    private Source() { }

    public SourceId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    public GenerationId Generation { get; private set; }
    public string Address { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    /// <summary>Why it could not be read; null when it was.</summary>
    public string? Say { get; private set; }
    public DateTimeOffset ReadAt { get; private set; }

    public bool WasRead => Say is null;

    public static Source Read(Generation by, string address, string title, string text, DateTimeOffset now) =>
        Of(by, address, now, source => (source.Title, source.Text) = (Cut(title, MaxTitle), Cut(text, MaxText)));

    public static Source NotRead(Generation by, string address, string why, DateTimeOffset now) => Of(by, address, now, source => source.Say = why);

    /// <summary>The same page, read not long ago for another request: it is not asked again.</summary>
    public static Source Again(Generation by, Source earlier, DateTimeOffset now) => Read(by, earlier.Address, earlier.Title, earlier.Text, now);

    /// <summary>The addresses of a brief: each stands on a line of its own, with or without a list's mark. The same one counts once.</summary>
    public static IReadOnlyList<string> AddressesIn(string sources) =>
        [.. sources.Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•', ' ').Trim('<', '>', ' ')).Where(IsAddress).Distinct(StringComparer.Ordinal)];

    private static bool IsAddress(string line) => line.Length <= MaxAddress && !line.Contains(' ', StringComparison.Ordinal)
        && (line.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) && Uri.TryCreate(line, UriKind.Absolute, out _);

    private static Source Of(Generation by, string address, DateTimeOffset now, Action<Source> fill)
    {
        var source = new Source { Id = SourceId.New(now), Site = by.Site, Article = by.Article, Generation = by.Id, Address = address, ReadAt = now };
        fill(source);
        return source;
    }

    // Never half of a character pair.
    private static string Cut(string text, int most) => text.Length <= most ? text : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
}

namespace QuestCms.Client;

/// <summary>
/// A house of Quest CMS, seen by a program. One for the life of the program: it may be used by many at once.
/// <code>
/// var quest = new QuestClient("https://cms.example.org");
/// await foreach (var article in quest.Site("relocation").AllArticlesAsync()) Console.WriteLine(article.Title);
/// </code>
/// </summary>
public sealed partial class QuestClient
{
    private readonly Wire _wire;

    /// <param name="address">Where the house is: <c>https://cms.example.org</c>.</param>
    /// <param name="options">A key, how much is kept; null for none and the usual.</param>
    /// <param name="http">What requests are sent with; null for one of its own. One from a factory should not follow redirects by itself, as it would lose the key.</param>
    public QuestClient(string address, QuestOptions? options = null, HttpClient? http = null) : this(new Uri(address, UriKind.Absolute), options, http) { }

    /// <inheritdoc cref="QuestClient(string, QuestOptions?, HttpClient?)"/>
    public QuestClient(Uri address, QuestOptions? options = null, HttpClient? http = null) => _wire = new Wire(address, options ?? new QuestOptions(), http ?? Wire.NewHttp());

    /// <summary>One site: its articles, its events.</summary>
    /// <param name="slug">The site's slug.</param>
    public QuestSite Site(string slug) => new(_wire, slug);

    /// <summary>What a key with the scopes <c>preview</c> and <c>write</c> may do on a site.</summary>
    /// <param name="slug">The site's slug.</param>
    public QuestManagement Management(string slug) => new(_wire, slug);

    /// <summary>
    /// Asks an address of the API, such as <see cref="QuestEventData.Url"/>, with the entity tag of what the caller has. Nothing is kept for it here.
    /// </summary>
    /// <param name="address">From the root of the house: <c>/api/v1/…</c>.</param>
    /// <param name="etag">The tag of the caller's; null when there is none.</param>
    /// <returns>With <see cref="Answer{T}.IsSame"/> when what the caller has is still good.</returns>
    /// <exception cref="QuestProblemException">It was refused.</exception>
    public Task<Answer<T>> AskAsync<T>(string address, string? etag = null, CancellationToken ct = default) => _wire.AskAsync<T>(address, etag, ct);

    /// <summary>The whole address of something that begins at the root of the house, as pictures do.</summary>
    public Uri AddressOf(string fromRoot) => _wire.AddressOf(fromRoot);
}

/// <summary>How a client behaves.</summary>
public sealed record QuestOptions
{
    /// <summary>A key of a site, <c>qk_…</c>; null for what anybody may read. Sent as a header, never in an address.</summary>
    public string? Key { get; init; }

    /// <summary>How many answers are kept to be asked for with their entity tag: an unchanged one is not sent again. At most 32 MB in all; 0 keeps none.</summary>
    public int Kept { get; init; } = 256;

    /// <summary>How often a call is tried again that was told to come later (429, and reading at 503).</summary>
    public int Retries { get; init; } = 3;

    /// <summary>What a call waits for at most when it was told to come later; longer is the caller's to decide, who gets the problem.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For tests that turn the clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>One site of a house: <see cref="QuestClient.Site"/>.</summary>
public sealed partial class QuestSite
{
    private readonly Wire _wire;

    internal QuestSite(Wire wire, string slug) => (_wire, Slug) = (wire, slug);

    /// <summary>Its slug.</summary>
    public string Slug { get; }
}

/// <summary>What programs with a key do on a site: <see cref="QuestClient.Management"/>. No key approves, rejects or publishes what a person has not approved.</summary>
public sealed partial class QuestManagement
{
    private readonly Wire _wire;

    internal QuestManagement(Wire wire, string slug) => (_wire, Slug) = (wire, slug);

    /// <summary>The slug of the site.</summary>
    public string Slug { get; }
}

namespace QuestCms.Web.Ui;

/// <summary>What stands around a studio page: who is here, in which site, where they may go. Asked once a request, by the layout.</summary>
public interface IShell
{
    Task<ShellView> LookAsync(CancellationToken ct);
}

/// <summary>The places of the studio, in the order of the rail; those from <see cref="People"/> on are administration.</summary>
public enum Place { None, MyWork, Articles, Review, Media, Generations, People, Settings, Categories, Redirects, Templates, Claude, Claims, Keys, Webhooks, Audit, Sites, Prompts, Mails, House }

/// <param name="RolesInWords">"Creator on Relocation".</param>
/// <param name="Site">The site worked in; null for someone who has none yet.</param>
/// <param name="Sites">All sites of the person, the current one among them.</param>
/// <param name="Entries">The places this person may go to, in the order of <see cref="Place"/>; what is missing is not shown.</param>
public sealed record ShellView(string PersonName, string RolesInWords, ShellSite? Site, IReadOnlyList<ShellSite> Sites, IReadOnlyList<ShellEntry> Entries)
{
    /// <summary>Takes the sign-out form (POST).</summary>
    public string SignOutHref { get; init; } = "/sign-out";
    /// <summary>Answers "find or do" (GET with <c>q</c>): the page without a script, the results as a fragment with one.</summary>
    public string FindHref { get; init; } = "/studio/find";
    /// <summary>Begins an article; null for someone who does not write here.</summary>
    public string? NewArticleHref { get; init; }
}

/// <param name="Href">Goes to this site.</param>
public sealed record ShellSite(string Name, string Href);

/// <param name="Count">Shown beside the word; null or 0 shows nothing.</param>
/// <param name="Late">Something waits longer than it should: the count turns red, and says so.</param>
public sealed record ShellEntry(Place Place, string Href, int? Count = null, bool Late = false);

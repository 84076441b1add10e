using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Hosting;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>What a page of a public site reads with: the schema delivery and nothing else.</summary>
public sealed record SiteReading(SiteBoard Board, SiteFrames Frames, PublishedPages Pages, PublishedShelves Shelves, PublishedTaxa Taxa, PublicAddress Address);

/// <summary>What stands where a piece is not: whether it was there once, what stands in for it, words to look for it with, and the newest pieces.</summary>
public sealed record NotHere(string Site, bool Gone, PublicCard? Replacement, string Words, IReadOnlyList<PublicCard> Newest, IReadOnlyList<ShelfSection> Sections);

/// <summary>
/// A page of a public site. It depends on nothing of the asker (no cookie, no nonce, no form token), so that one answer serves everybody; its entity tag says what it was
/// made of. A site that is not read by everybody has no pages.
/// </summary>
public abstract class SitePage(SiteReading reading) : PageModel
{
    protected const int PageSize = 20;
    private const int NewestWhenMissing = 5;
    // Another build may write other pages of the same rows.
    private static readonly string Build = typeof(SitePage).Module.ModuleVersionId.ToString("N");

    protected SiteReading Reading { get; } = reading;

    public DeliverySite Site { get; private set; } = null!;
    public SiteFrame Frame { get; private set; } = null!;
    /// <summary>Set when there is nothing at this address: the page shows it and nothing else.</summary>
    public NotHere? Missing { get; private set; }
    /// <summary>The way here from the front page, this page last.</summary>
    public IReadOnlyList<PublicLink> Crumbs { get; protected set; } = [];

    /// <summary>False when no site that everybody reads has this name.</summary>
    protected async Task<bool> EnterAsync(string site, CancellationToken ct)
    {
        if (PlainText.HasForbidden(site) || (await Reading.Board.NowAsync(ct)).Of(site) is not { AnonymousReading: true } found) return false;
        (Site, Frame) = (found, await Reading.Frames.OfAsync(found, ct));
        return true;
    }

    /// <summary>Sets the entity tag; true when the asker has it already and 304 was answered. A list is made of everything the site has published.</summary>
    protected bool IsKnown(params string[] madeOf) => IsKnown($"site:{Site.Slug}", madeOf.Length > 0 ? madeOf : [$"{Site.Sequence}", Request.Path, $"{Request.QueryString}"]);

    protected bool IsKnown(string cacheTags, string[] madeOf)
    {
        Response.Headers["Cache-Tag"] = cacheTags;
        return Answer.NotModified(HttpContext, TagOf(Absolute(""), Site, Frame, madeOf));
    }

    /// <summary>The entity tag of a page made of this.</summary>
    internal static string TagOf(string house, DeliverySite site, SiteFrame frame, IEnumerable<string> madeOf) =>
        Answer.TagOf(string.Join('\n', [Build, house, site.Name, site.Strapline, frame.Tag, .. madeOf]));

    /// <param name="path">From the root; also what the canonical address is made of.</param>
    protected PublicPage Around(string? title, string path) => Frame.Around(Site, title, Absolute(path), Request.Path);

    /// <summary>The address as it leads here from anywhere; one that does so already stays.</summary>
    protected string Absolute(string path) => path.Length == 0 || path[0] == '/' ? Reading.Address.Of(Request, path) : path;

    /// <summary>The front page and these, the last of them being this page.</summary>
    protected void Lead(params PublicLink[] from) => Crumbs = [new(Site.Name, PublicPaths.Home(Site.Slug)), .. from];

    /// <summary>A former address leads on for good, and so does one that somebody led on; a withdrawn piece is gone, anything else is not found; the last two with a page that helps.</summary>
    /// <param name="address">What stands after the site, in as many parts as it has.</param>
    protected async Task<IActionResult> ElsewhereAsync(string address, CancellationToken ct)
    {
        address = address.Trim('/');
        var known = !PlainText.HasForbidden(address);
        var former = known ? await Reading.Taxa.FormerAsync(Site.Id, address, ct) : null;
        if (former?.To is { } now) return RedirectPermanentPreserveMethod(PublicPaths.Piece(Site.Slug, now));
        if (former is null && known && await Reading.Taxa.LeadingAsync(Site.Id, address, ct) is { } leading)
        {
            if (leading.To is { } to) return RedirectPermanent(leading.Article is null && leading.Url is not null ? to : $"{PublicPaths.Home(Site.Slug)}/{to}");
            former = await Reading.Taxa.GoneAsync(Site.Id, leading.Article!.Value, ct);
        }
        Response.Headers.Remove("ETag");
        Response.StatusCode = former is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        var newest = await Reading.Shelves.OfAsync(new Shelf(Site.Id, NewestWhenMissing), ct);
        var replacement = former is { ReplacementSlug: { } other } && await Reading.Pages.OfAsync(Site.Id, other, ct) is { } page ? PublicCard.Of(page.ListJson) : null;
        Missing = new NotHere(Site.Slug, former is not null, replacement, WordsOf(address), [.. newest.Select(r => PublicCard.Of(r.Json))], Frame.Sections);
        ViewData["Public"] = Around(former is null ? "Not found" : "No longer here", "") with { NoIndex = true, Canonical = "" };
        return Page();
    }

    /// <summary>A position in a list is the last row's time and id; anything else begins at the newest.</summary>
    protected static (DateTimeOffset At, Guid Id)? Position(string? before) =>
        before?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(time, TimeSpan.Zero), guid) : null;

    protected static string PositionOf(ShelfRow row) => $"{row.PublishedAt.UtcTicks}-{row.Id:N}";

    // "moving-to-lisbn" was meant to be words.
    private static string WordsOf(string address)
    {
        var last = address[(address.LastIndexOf('/') + 1)..];
        var words = string.Join(' ', new string([.. last.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length > 100 ? words[..100] : words;
    }
}

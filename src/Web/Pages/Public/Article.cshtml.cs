using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Hosting;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>An article as readers see it: the HTML made at publishing, with how it was made beside it. A former address leads to the present one; a withdrawn piece says so.</summary>
[AllowAnonymous]
public sealed class ArticleModel(SiteBoard board, PublishedStore store, PublicAddress address) : PageModel
{
    public DeliverySite Site { get; private set; } = null!;
    public DeliveryPage? Article { get; private set; }
    public JsonElement Facts { get; private set; }
    /// <summary>A text taken over from elsewhere is as old as it says, whenever it came here.</summary>
    public bool WasUpdated => Facts.GetProperty("review").GetProperty("reviewers").GetArrayLength() > 0 && (Article!.UpdatedAt - Article.PublishedAt).TotalHours > 24;
    public PublicImage? Image { get; private set; }
    public string Canonical { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string site, string slug, CancellationToken ct)
    {
        slug = slug.Trim('/'); // a former address may have several parts, and a slash at its end
        if (Domain.Common.PlainText.HasForbidden(site + slug) || (await board.NowAsync(ct)).Of(site) is not { } found) return NotFound();
        Site = found;
        Canonical = address.Of(Request, $"/sites/{found.Slug}/{slug}");
        if (await store.PageAsync(found.Id, slug, ct) is not { } article) return await ElsewhereAsync(found, slug, ct);
        if (Answer.NotModified(HttpContext, article.PageTag)) return new EmptyResult();
        Response.Headers.LastModified = article.UpdatedAt.ToString("R");
        Article = article;
        Facts = JsonSerializer.Deserialize<JsonElement>(article.Json);
        Image = PublicImage.Of(Facts);
        ViewData["Public"] = Around(article.Title, article.Summary) with { IsArticle = true, Locale = article.Locale, Image = Image is { } image ? address.Of(Request, image.Social ?? image.Url) : null };
        return Page();
    }

    /// <summary>JSON-LD for search engines; "&lt;" is escaped, so that no text can end the script element.</summary>
    public string JsonLd() => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Article",
        ["headline"] = Article!.Title,
        ["description"] = Article.Summary,
        ["inLanguage"] = Article.Locale,
        ["image"] = Image is null ? Array.Empty<string>() : new[] { address.Of(Request, Image.Url) },
        ["datePublished"] = Article.PublishedAt.UtcDateTime.ToString("O"),
        ["dateModified"] = (WasUpdated ? Article.UpdatedAt : Article.PublishedAt).UtcDateTime.ToString("O"),
        ["mainEntityOfPage"] = Canonical,
        ["author"] = Facts.GetProperty("authors").EnumerateArray().Select(a => new Dictionary<string, string?> { ["@type"] = "Organization", ["name"] = a.GetProperty("name").GetString() }).ToList(),
        ["publisher"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = Site.Name },
    });

    private async Task<IActionResult> ElsewhereAsync(DeliverySite site, string slug, CancellationToken ct)
    {
        switch (await store.FormerAsync(site.Id, slug, ct))
        {
            case null: return NotFound();
            case "":
                Response.StatusCode = StatusCodes.Status410Gone;
                ViewData["Public"] = Around("No longer here", "This piece was published once and is no longer.") with { NoIndex = true };
                return Page();
            case var now: return RedirectPermanentPreserveMethod($"/sites/{site.Slug}/{now}");
        }
    }

    private PublicPage Around(string title, string description) => new(Site.Name, $"/sites/{Site.Slug}", title, Canonical) { Description = description };
}

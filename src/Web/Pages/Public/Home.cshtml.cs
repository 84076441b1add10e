using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Hosting;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>A site's front page: its articles, newest first, read from the published view alone.</summary>
[AllowAnonymous]
public sealed class HomeModel(SiteBoard board, PublishedLists lists, PublicAddress address) : PageModel
{
    private const int PageSize = 20;

    public DeliverySite Site { get; private set; } = null!;
    public IReadOnlyList<PublicCard> Cards { get; private set; } = [];
    public string? Next { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task<IActionResult> OnGetAsync(string site, string? before, CancellationToken ct)
    {
        if (Domain.Common.PlainText.HasForbidden(site) || (await board.NowAsync(ct)).Of(site) is not { } found) return NotFound();
        Site = found;
        IsFirst = before is null;
        if (Answer.NotModified(HttpContext, $"home-{found.Sequence}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before ?? "")))[..12]}")) return new EmptyResult();
        var rows = await lists.ListAsync(new DeliveryFilter(found.Id, null, [], null, PageSize + 1, Position(before)), ct);
        Cards = [.. rows.Take(PageSize).Select(r => PublicCard.Of(r.Json))];
        if (rows.Count > PageSize) Next = $"{rows[PageSize - 1].PublishedAt.UtcTicks}-{rows[PageSize - 1].Id:N}";
        ViewData["Public"] = new PublicPage(found.Name, $"/sites/{found.Slug}", null, address.Of(Request, $"/sites/{found.Slug}")) { Description = found.Strapline, Locale = found.Locale };
        return Page();
    }

    // A position is the last row's time and id; anything else begins at the newest.
    private static (double, DateTimeOffset, Guid)? Position(string? before) =>
        before?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (0, new DateTimeOffset(time, TimeSpan.Zero), guid) : null;
}

/// <summary>An article in a list of readers.</summary>
public sealed record PublicCard(string Slug, string Title, string Summary, string Kind, string? Category, IReadOnlyList<string> Authors, DateTimeOffset PublishedAt, int Minutes, PublicImage? Image)
{
    public static PublicCard Of(string listJson)
    {
        using var json = JsonDocument.Parse(listJson);
        var article = json.RootElement;
        return new PublicCard(article.GetProperty("slug").GetString()!, article.GetProperty("title").GetString()!, article.GetProperty("summary").GetString()!,
            article.GetProperty("kind").GetString()!, article.GetProperty("category") is { ValueKind: JsonValueKind.Object } category ? category.GetProperty("name").GetString() : null,
            [.. article.GetProperty("authors").EnumerateArray().Select(a => a.GetProperty("name").GetString()!)], article.GetProperty("publishedAt").GetDateTimeOffset(),
            article.GetProperty("readingMinutes").GetInt32(), PublicImage.Of(article));
    }
}

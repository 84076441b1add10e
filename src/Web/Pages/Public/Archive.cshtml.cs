using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>The pieces of a year or of one of its months (UTC). A time without pieces is not there.</summary>
[AllowAnonymous]
public sealed class ArchiveModel(SiteReading reading) : ShelfPage(reading)
{
    public int Year { get; private set; }
    public int? Month { get; private set; }
    public IReadOnlyList<(int Month, long Pieces)> Months { get; private set; } = [];

    public static string NameOf(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    public async Task<IActionResult> OnGetAsync(string site, int year, int? month, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        (Year, Month) = (year, month);
        if (!Frame.Years.Contains(year)) return await ElsewhereAsync(month is null ? $"archive/{year}" : $"archive/{year}/{month}", ct);
        if (IsKnown()) return new EmptyResult();
        var from = new DateTimeOffset(year, month ?? 1, 1, 0, 0, 0, TimeSpan.Zero);
        var path = month is null ? PublicPaths.Year(Site.Slug, year) : PublicPaths.Month(Site.Slug, year, month.Value);
        var shelf = new Shelf(Site.Id, PageSize) { From = from, Until = month is null ? from.AddYears(1) : from.AddMonths(1) };
        if (!await ReadAsync(shelf, path, ct)) return Position(Before) is null ? await ElsewhereAsync($"archive/{year}/{month}", ct) : Redirect(path);
        Months = await Reading.Shelves.MonthsAsync(Site.Id, year, ct);
        var named = year.ToString(CultureInfo.InvariantCulture);
        Heading = month is { } m ? $"{NameOf(m)} {named}" : named;
        var whole = new PublicLink(named, PublicPaths.Year(Site.Slug, year), Current: month is null);
        if (month is null) Lead(whole);
        else Lead(whole, new PublicLink(NameOf(month.Value), path, Current: true));
        return Show(Heading, path, $"What {Site.Name} published in {Heading}.");
    }
}

using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Watch;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>How the house fares, for house administrators.</summary>
public sealed class HouseModel(IMediator mediator) : StudioPage(mediator)
{
    public HouseFigures House { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):#,0.#} MB");

    public static string Says(string state) => state switch
    {
        "closed" => "well",
        "open" => "resting: it did not answer",
        "half_open" => "the next call decides",
        "no_key" or "no_token" => "not set up",
        _ => state,
    };

    /// <summary>A bar and its share in words.</summary>
    public static IHtmlContent Share(double part, double whole)
    {
        var share = whole <= 0 ? 0 : Math.Clamp(part / whole, 0, 1);
        return new HtmlString($"""<svg class="gauge row" viewBox="0 0 96 14" role="img" aria-label="{Figures.Percent(part, whole)}"><path class="l-line" stroke-width="2" d="M0 12H96"/><rect class="{(share > 0.8 ? "f-back" : "f-ink3")}" y="3" width="{Figures.Length(share * 96)}" height="8"/></svg>""");
    }

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetHouseFigures(), house => House = house, ct);
}

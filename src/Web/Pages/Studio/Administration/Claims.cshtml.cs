using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Review;
using QuestCms.Domain.Review;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>How a site deals with claims.</summary>
public sealed class ClaimsModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public bool DemandsNoneOpen { get; set; }
    [BindProperty] public int Price { get; set; }
    [BindProperty] public int Figure { get; set; }
    [BindProperty] public int Law { get; set; }
    [BindProperty] public int Date { get; set; }
    [BindProperty] public int Link { get; set; }
    [BindProperty] public int Quotation { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new ChangeClaimTerms(site, DemandsNoneOpen, new HoldingMonths(Figure, Date, Price, Law, Quotation, Link)), "Kept: it holds for what is verified, and approved, from now on.", () => RedirectToPage(here), ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Show(new GetClaimTerms(site), terms =>
        {
            if (HttpMethods.IsPost(Request.Method)) return; // what was typed stays
            (DemandsNoneOpen, Price, Figure, Law, Date, Link, Quotation) = (terms.DemandsNoneOpen, terms.Months.Price, terms.Months.Figure, terms.Months.Law, terms.Months.Date, terms.Months.Link, terms.Months.Quotation);
        }, ct);
    }
}

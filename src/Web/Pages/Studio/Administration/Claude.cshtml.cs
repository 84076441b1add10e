using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>What a site asks of Claude and may ask; for house administrators the switch that stops all of it.</summary>
public sealed class ClaudeModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public decimal? PerMonth { get; set; }
    [BindProperty] public decimal? PerPersonAndMonth { get; set; }
    [BindProperty] public int AtOnce { get; set; }
    [BindProperty] public int AtOncePerPerson { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? Prices { get; set; }
    [BindProperty] public string? Criteria { get; set; }
    [BindProperty] public string? Voice { get; set; }
    [BindProperty] public string? Use { get; set; }
    [BindProperty] public string? Avoid { get; set; }
    [BindProperty] public string? Example { get; set; }

    public AiUse Spent { get; private set; } = null!;
    public bool IsHouseAdministrator { get; private set; }
    /// <summary>What an operator set; shown beside the house's own.</summary>
    public string PricesAsSet { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostStyleAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new ChangeHouseStyle(site, Voice ?? "", Use ?? "", Avoid ?? "", Example ?? ""), "The style is kept; Claude is told it from the next request on.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostRubricAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new ChangeRubric(site, (Criteria ?? "").ReplaceLineEndings("\n")), "The criteria are kept; they hold from the next assessment on.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostLimitsAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new ChangeAllowance(site, PerMonth, PerPersonAndMonth, AtOnce, AtOncePerPerson), "The limits are kept; they hold from the next request on.", () => RedirectToPage(here), ct);
    }

    public Task<IActionResult> OnPostOffAsync(CancellationToken ct) => Perform(new TurnAiOff(Reason ?? ""), "Claude is switched off in the whole house.", () => RedirectToPage(), ct);

    public Task<IActionResult> OnPostPricesAsync(CancellationToken ct) =>
        Perform(new ChangePrices((Prices ?? "").ReplaceLineEndings("\n")), "The prices are kept; they hold from the next request on.", () => RedirectToPage(), ct);

    public Task<IActionResult> OnPostOnAsync(CancellationToken ct) => Perform(new TurnAiOn(), "Claude can be asked again.", () => RedirectToPage(), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        IsHouseAdministrator = (await current.MineAsync(ct)).HouseAdministrator;
        var spent = await Mediator.Send(new GetAiUse(site), ct);
        if (spent.Error is { } error) return StatusCode(Api.Problems.StatusOf(error.Kind));
        Spent = spent.Value;
        await FillAsync(site, ct);
        if (IsHouseAdministrator && await Mediator.Send(new GetPrices(), ct) is { Error: null } prices) (Prices, PricesAsSet) = (Prices ?? prices.Value.Kept, prices.Value.AsSet);
        return Page();
    }

    // Four forms on a page: each keeps what was typed in it, the others show what is stored.
    private async Task FillAsync(SiteId site, CancellationToken ct)
    {
        if (!Request.HasFormContentType || !Request.Form.ContainsKey(nameof(AtOnce))) (PerMonth, PerPersonAndMonth, AtOnce, AtOncePerPerson) = (Spent.PerMonth, Spent.PerPersonAndMonth, Spent.AtOnce, Spent.AtOncePerPerson);
        if (Criteria is null && await Mediator.Send(new GetRubric(site), ct) is { Error: null } rubric) Criteria = rubric.Value;
        if (Voice is null && await Mediator.Send(new GetHouseStyle(site), ct) is { Error: null } style) (Voice, Use, Avoid, Example) = style.Value;
    }
}

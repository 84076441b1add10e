using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
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
    [BindProperty] public string? Criteria { get; set; }

    public AiUse Use { get; private set; } = null!;
    public bool IsHouseAdministrator { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await Redisplay(ct);
        if (Use is not null) (PerMonth, PerPersonAndMonth, AtOnce, AtOncePerPerson) = (Use.PerMonth, Use.PerPersonAndMonth, Use.AtOnce, Use.AtOncePerPerson);
        return page;
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

    public Task<IActionResult> OnPostOnAsync(CancellationToken ct) => Perform(new TurnAiOn(), "Claude can be asked again.", () => RedirectToPage(), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        IsHouseAdministrator = (await current.MineAsync(ct)).HouseAdministrator;
        if (Criteria is null && await Mediator.Send(new GetRubric(site), ct) is { Error: null } rubric) Criteria = rubric.Value;
        return await Show(new GetAiUse(site), use => Use = use, ct);
    }
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>One trial of a prompt version, case by case.</summary>
public sealed class TrialModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public GoldenRunId Id { get; set; }

    public TrialStory Story { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public static string CostOf(GoldenCost cost) => $"{(cost.Dollars is { } dollars ? $"{Figures.Dollars(dollars)}, " : "")}{Figures.Of(cost.InputTokens, "token")} read, {Figures.Count(cost.OutputTokens)} written";

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetTrial(Id), story => Story = story, ct);
}

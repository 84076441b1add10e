using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Application.Ai;
using QuestCms.Application.Insights;
using QuestCms.Domain.Ai;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The versions of every prompt of the house: tried against their golden sets, switched on and back.</summary>
public sealed class PromptsModel(IMediator mediator, TimeProvider clock) : StudioPage(mediator)
{
    public PromptsShown Shown { get; private set; } = null!;
    public IReadOnlyList<PromptFigures> Figures { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostTryAsync(string? prompt, int number, CancellationToken ct) =>
        Perform(new TryPrompt(GoldenRunId.New(clock.GetUtcNow()), prompt ?? "", number), $"{prompt}/{number} is being tried; look again in a few minutes.", () => RedirectToPage(), ct);

    public Task<IActionResult> OnPostSwitchAsync(string? prompt, int number, CancellationToken ct) =>
        Perform(new SwitchPrompt(prompt ?? "", number), $"{prompt}/{number} runs from the next request on.", () => RedirectToPage(), ct);

    public static string NameOf(GenerationKind kind) => kind switch
    {
        GenerationKind.Draft => "A draft from a brief",
        GenerationKind.Outline => "A plan from a brief",
        GenerationKind.Passage => "A passage beside the text",
        GenerationKind.Titles => "Titles",
        GenerationKind.Summary => "Summaries",
        GenerationKind.Seo => "Search titles and descriptions",
        GenerationKind.Tags => "Tags",
        GenerationKind.Assessment => "An assessment of a revision",
        GenerationKind.Translation => "A translation of a passage",
        GenerationKind.Links => "Links to other pieces",
        GenerationKind.Claims => "The claims of a text",
        GenerationKind.ImagePrompt => "Words for a picture",
        GenerationKind.AltText => "What a picture shows",
        _ => kind.ToString(),
    };

    public static string Say(Trial trial) => trial.State switch
    {
        GoldenState.Queued => "Waits to be tried",
        GoldenState.Running => $"Is being tried: {trial.Ended} of {Ui.Figures.Of(trial.Cases, "case")}",
        GoldenState.Passed => $"Passed its golden set{Compared(trial)}",
        GoldenState.Failed => trial.Failed > 0 ? $"Failed: {trial.Failed} of {Ui.Figures.Of(trial.Cases, "case")}{Compared(trial)}" : $"Failed: {trial.Say}",
        _ => "Broken off",
    };

    private static string Compared(Trial trial) => trial.OfRunning is { } times ? $", at {times:0.00} times the cost of the running one" : "";

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var page = await Show(new GetPrompts(), shown => Shown = shown, ct);
        if (page is not PageResult) return page;
        var figures = await Mediator.Send(new GetPromptFigures([.. Shown.Prompts.SelectMany(p => p.Versions.OrderBy(v => v.Number).Select(v => v.Label))]), ct);
        if (figures.Error is null) Figures = figures.Value;
        return page;
    }
}

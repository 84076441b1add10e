using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Generations;

/// <summary>What was asked of Claude on the site: all of it, or of one article, one model, one version of a prompt.</summary>
public sealed class IndexModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId? Article { get; set; }
    [BindProperty(SupportsGet = true, Name = "model")] public string? ModelName { get; set; }
    [BindProperty(SupportsGet = true)] public string? Prompt { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public bool MayRecall { get; private set; }
    public Page<ListedGeneration> Generations { get; private set; } = new([], null);
    public bool IsFiltered => Article is not null || !string.IsNullOrEmpty(ModelName) || !string.IsNullOrEmpty(Prompt);
    public string Narrowed => $"Only {string.Join(", ", new[] { Article is null ? null : "one article", string.IsNullOrEmpty(ModelName) ? null : ModelName, string.IsNullOrEmpty(Prompt) ? null : $"the prompt {Prompt}" }.Where(n => n is not null))}.";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var answer = await Mediator.Send(new ListGenerations(site, Article, ModelName, Prompt, string.IsNullOrEmpty(After) ? null : After), ct);
        if (answer.Error is { } error) return error.Kind == ErrorKind.Invalid ? await Refused(error, ct) : StatusCode(Api.Problems.StatusOf(error.Kind));
        Generations = answer.Value;
        MayRecall = (await current.MineAsync(ct)).HouseAdministrator || (await current.LookAsync(ct) is { } here && RolePermissions.Give(here.Roles, Permission.Recall));
        return Page();
    }

    /// <summary>State and fate in one phrase.</summary>
    public static string EndOf(ListedGeneration g) => EndOf(g.Kind, g.State, g.Proposal, g.TakenInRevision);

    internal static string EndOf(GenerationKind kind, GenerationState state, ProposalState proposal, int? revision) => (state, proposal) switch
    {
        (GenerationState.Queued, _) => "Waits for its turn",
        (GenerationState.Running, _) => kind == GenerationKind.Image ? "Is being painted" : "Claude is writing",
        (_, ProposalState.Taken) => $"Taken, revision {revision}",
        (GenerationState.Finished, _) when kind == GenerationKind.Assessment => "Stands beside the revision",
        (GenerationState.Finished, _) when kind == GenerationKind.Claims => "Stand in the list of claims",
        (GenerationState.Finished, ProposalState.Left) => "Left",
        (GenerationState.Finished, _) => "Waits for a decision",
        (GenerationState.Failed, _) => "Failed",
        (GenerationState.Refused, _) => "Declined by Claude",
        (GenerationState.Cancelled, _) => "Stopped",
        _ => "Interrupted",
    };

    public static string ToneOf(ListedGeneration g) => g.Proposal == ProposalState.Taken ? "t-good" : g.State switch
    {
        GenerationState.Failed or GenerationState.Refused or GenerationState.Interrupted => "t-back",
        GenerationState.Finished when g.Proposal == ProposalState.Open && g.Kind is not (GenerationKind.Assessment or GenerationKind.Claims) => "t-wait",
        _ => "soft",
    };

    internal static string CostOf(bool isCopied, decimal? cost, int tokens) => isCopied ? "not paid again" : cost is { } dollars ? Figures.Dollars(dollars) : tokens == 0 ? "–" : Figures.Of(tokens, "token");

    // A place that makes no sense is said at the top; the list stays empty.
    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>The revisions of an article in a line, the difference of any two, and the way back to one.</summary>
public sealed class HistoryModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }
    [BindProperty(SupportsGet = true)] public int? Left { get; set; }
    [BindProperty(SupportsGet = true)] public int? Right { get; set; }

    public ArticleHistory History { get; private set; } = null!;
    /// <summary>What was asked of Claude for the article, oldest first.</summary>
    public IReadOnlyList<GenerationInLine> Asked { get; private set; } = [];

    /// <summary>What an import brought along that has no field here.</summary>
    public IReadOnlyList<BroughtAlong> Brought { get; private set; } = [];

    /// <summary>What led to a revision, newest first: taken in it, or asked between the one before and it. Null: asked since the newest.</summary>
    public IEnumerable<GenerationInLine> Since(int? revision)
    {
        var line = History.Revisions;
        var at = revision is null ? -1 : line.ToList().FindIndex(r => r.Number == revision);
        var until = at < 0 ? DateTimeOffset.MaxValue : line[at].FrozenAt;
        var from = at + 1 < line.Count ? line[at + 1].FrozenAt : DateTimeOffset.MinValue;
        return Asked.Where(g => g.TakenInRevision is { } taken ? taken == revision : g.At > from && g.At <= until).Reverse();
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostRestoreAsync(int number, CancellationToken ct) =>
        Perform(new RestoreRevision(Id, number), $"The text of revision {number} is your working copy now. Nothing was published.", () => RedirectToPage("/Studio/Articles/Edit", new { Id }), ct);

    public string NameOf(RevisionInLine revision) => revision.FrozenBy is { } person && History.Names.TryGetValue(person, out var name) ? name : revision.FrozenByKey is { } key && History.Agents.TryGetValue(key, out var agent) ? agent : "someone";

    /// <summary>Why it was frozen; a proposal is called by whose it was.</summary>
    public string SayOf(RevisionInLine revision) =>
        revision is { Occasion: Occasion.ProposalTaken, OriginId: { } key } && History.Agents.TryGetValue(Domain.Sites.SiteKeyId.From(key), out var agent) ? $"took a proposal of {agent}" : Say(revision.Occasion);

    public static string Say(Occasion occasion) => occasion switch
    {
        Occasion.NamedSave => "saved by name",
        Occasion.Submission => "submitted for review",
        Occasion.ProposalTaken => "took a proposal of Claude’s",
        Occasion.Import => "imported",
        Occasion.Restore => "restored an earlier text",
        Occasion.ChangeOfWriter => "before someone else wrote on",
        Occasion.Pause => "after a pause",
        _ => "from the template",
    };

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await Mediator.Send(new GetGenerationsOfArticle(Id), ct) is { Error: null } asked) Asked = asked.Value;
        if (await Mediator.Send(new GetBroughtAlong(Id), ct) is { Error: null } brought) Brought = brought.Value;
        return await Show(new GetHistory(Id, Left, Right), history => History = history, ct);
    }
}

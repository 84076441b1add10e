using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>A stretch of the body a person chooses about: mine, theirs, and both laid over each other. Inserted is only mine, deleted only theirs.</summary>
public sealed record VersionRow(bool Same, IReadOnlyList<Piece> Pieces)
{
    public string Mine => string.Concat(Pieces.Where(p => p.Kind != PieceKind.Deleted).Select(p => p.Text));
    public string Theirs => string.Concat(Pieces.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text));

    /// <summary>In the order of the text. What went and what came at one place is one choice, not two.</summary>
    public static IReadOnlyList<VersionRow> Of(IReadOnlyList<Passage> passages)
    {
        var rows = new List<VersionRow>();
        var isWhole = false;
        foreach (var passage in passages)
        {
            var joins = isWhole;
            isWhole = passage.Kind is PassageKind.Removed or PassageKind.Added;
            if (joins && isWhole) rows[^1] = rows[^1] with { Pieces = [.. rows[^1].Pieces, .. passage.Pieces] };
            else rows.Add(new VersionRow(passage.Kind == PassageKind.Same, passage.Pieces));
        }
        return rows;
    }
}

/// <summary>Two versions of one text: mine, theirs, and what will be kept. A choice per passage; the result can be edited freely before it is kept.</summary>
public sealed class ResolveModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }
    [BindProperty] public int TheirVersion { get; set; }
    [BindProperty] public string? Body { get; set; }
    [BindProperty] public bool TakeMyFields { get; set; }

    public Conflict Conflict { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => KeepAsync(Body ?? "", TakeMyFields, ct);

    public Task<IActionResult> OnPostMineAsync(CancellationToken ct) => KeepOneAsync(conflict => (conflict.Mine.Body, true), ct);

    public Task<IActionResult> OnPostTheirsAsync(CancellationToken ct) => KeepOneAsync(conflict => (conflict.Theirs.Body, false), ct);

    /// <summary>Every passage of the body in its order: mine, theirs, and whether the two are the same; what the choices put together.</summary>
    public string PassagesJson() => JsonSerializer.Serialize(Rows.Select(r => new { mine = r.Mine, theirs = r.Theirs, same = r.Same }));

    public IReadOnlyList<VersionRow> Rows => VersionRow.Of(Conflict.Difference.Fields[TextField.Body]);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetConflict(Id), conflict => Conflict = conflict, ct);

    private async Task<IActionResult> KeepOneAsync(Func<Conflict, (string Body, bool MyFields)> choose, CancellationToken ct)
    {
        var found = await Mediator.Send(new GetConflict(Id), ct);
        if (found.Error is null) return await KeepAsync(choose(found.Value).Body, choose(found.Value).MyFields, ct);
        // Decided already, in another tab: the article itself is where to go on.
        return found.Error.Code == "conflict.none" ? RedirectToPage("/Studio/Articles/Edit", new { Id }) : await Refused(found.Error, ct);
    }

    private Task<IActionResult> KeepAsync(string body, bool myFields, CancellationToken ct) =>
        Perform(new ResolveConflict(Id, TheirVersion, body, myFields), "Kept. The other version stays in the history.", () => RedirectToPage("/Studio/Articles/Edit", new { Id }), ct);
}

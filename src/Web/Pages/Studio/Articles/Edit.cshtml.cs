using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Application.Media;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Web.Api;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>
/// The editor. One form: without script it posts and comes back, with script the same handlers answer JSON to the autosave. What was typed is
/// in the answer of every refusal.
/// </summary>
public sealed class EditModel(IMediator mediator, TimeProvider clock) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }

    // Without a prefix: the form's names are the API's names.
    [BindProperty(Name = "")] public ArticleForm Form { get; set; } = new();

    public ArticleForEditing Article { get; private set; } = null!;
    public IReadOnlyList<OpenProposal> Proposals { get; private set; } = [];
    /// <summary>The newest pictures of the library, to choose a cover from.</summary>
    public IReadOnlyList<AssetRow> Covers { get; private set; } = [];
    public IReadOnlyList<ShownAgentNote> FromAgents { get; private set; } = [];
    /// <summary>Who wants the piece looked at again, and because of what.</summary>
    public IReadOnlyList<ShownLookAgain> LooksAgain { get; private set; } = [];
    public ClaudePrice Price { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await Redisplay(ct);
        if (page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult) Form = ArticleForm.Of(Article.Content, Article.Version);
        return page;
    }

    /// <summary>The form without script, and the autosave with it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => OnPostSaveAsync(ct);

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) =>
        SaveAsync(new SaveWorkingCopy(Id, Form.ToContent(), Form.Version, Form.Session, Form.PastedTexts(), Form.Named || !Problems.WantsJson(Request)), ct);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        var rendered = await Mediator.Send(new PreviewArticle(Id, Form.Body ?? ""), ct);
        return rendered.Error is { } error ? Problem(error) : Content(rendered.Value.Html, "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnPostAskAsync(GenerationKind? what, string? instruction, int place, int replaces, string? context, bool anew, CancellationToken ct)
    {
        var id = GenerationId.New(clock.GetUtcNow());
        var brief = new Brief { Instruction = instruction ?? "", Context = context ?? "" };
        var asked = await Mediator.Send(new AskClaude(Id, id, what ?? GenerationKind.Passage, brief, place, replaces, anew), ct);
        if (asked.Error is not { } error) return new JsonResult(new { id = id.Value, streamUrl = StreamUrl(id), kind = (what ?? GenerationKind.Passage).ToString().ToLowerInvariant() }) { StatusCode = 202 };
        if (error.Kind != ErrorKind.Unavailable) return Problem(error);
        var outline = await Mediator.Send(new GetOutline(Id), ct);
        return outline.Error is null ? Problem(error, new Dictionary<string, object?> { ["template"] = outline.Value }) : Problem(error);
    }

    /// <param name="taking">The proposal taken, or "template". Anything else is refused: words are never put down to a source that did not write them.</param>
    public async Task<IActionResult> OnPostTakeAsync(string? taking, CancellationToken ct)
    {
        if (taking == "template") return await SaveAsync(new TakeOutline(Id, Form.ToContent(), Form.Version, Form.Session, Form.PastedTexts()), ct);
        return GenerationId.TryParse(taking, null, out var generation)
            ? await SaveAsync(new TakeProposal(generation, Form.ToContent(), Form.Version, Form.Session, Form.PastedTexts()), ct)
            : await Refused(GenerationErrors.NotFound, ct);
    }

    /// <summary>The outline of a kind's template, as Markdown; for the editor where nothing came from Claude.</summary>
    public async Task<IActionResult> OnGetOutlineAsync(ArticleKind kind, CancellationToken ct)
    {
        var outline = await Mediator.Send(new GetOutline(Id, kind), ct);
        return outline.Error is { } error ? StatusCode(Problems.StatusOf(error.Kind)) : Content(outline.Value, "text/plain; charset=utf-8");
    }

    /// <summary>Puts the outline into an article without a text.</summary>
    public async Task<IActionResult> OnPostOutlineAsync(CancellationToken ct)
    {
        var article = await Mediator.Send(new GetArticleForEditing(Id), ct);
        if (article.Error is { } error) return await Refused(error, ct);
        var content = article.Value.Content;
        if (content.Body.Length > 0) return RedirectToPage(new { Id });
        var outline = await Mediator.Send(new GetOutline(Id), ct);
        if (outline.Error is { } gone) return await Refused(gone, ct);
        var outlined = content with { Body = outline.Value };
        return await Perform(new TakeOutline(Id, outlined, article.Value.Version, null, []), _ => "The outline of the template stands in the text.", _ => RedirectToPage(new { Id }), ct);
    }

    public Task<IActionResult> OnPostStopAsync(GenerationId generation, CancellationToken ct) => Quietly(new StopGeneration(generation), ct);

    public Task<IActionResult> OnPostLeaveAsync(GenerationId generation, CancellationToken ct) => Quietly(new LeaveProposal(generation), ct);

    /// <summary>Puts away what an agent left beside the text.</summary>
    public Task<IActionResult> OnPostNotedAsync(AgentNoteId noted, CancellationToken ct) => Perform(new SettleAgentNote(noted), (string?)null, () => RedirectToPage(new { Id }), ct);

    /// <summary>Hands a source of an agent's to Claude.</summary>
    public Task<IActionResult> OnPostHandAsync(AgentNoteId noted, CancellationToken ct) => Perform(new HandSourceToClaude(noted, true), "Claude is told this source with every passage you ask for from now on.", () => RedirectToPage(new { Id }), ct);

    public Task<IActionResult> OnPostKeepBackAsync(AgentNoteId noted, CancellationToken ct) => Perform(new HandSourceToClaude(noted, false), "Claude is told this source no more.", () => RedirectToPage(new { Id }), ct);

    /// <summary>Saves what stands in the form, then hands it to the reviewers.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(string? note, CancellationToken ct)
    {
        var sent = await Mediator.Send(new SubmitArticleForReview(Id, note ?? "", new TypedText(Form.ToContent(), Form.Version, Form.Session, Form.PastedTexts())), ct);
        if (sent.Error is { } error) return await NotSaved(error, ct);
        Notice = "Sent to the reviewers. The text is frozen until they decide.";
        return RedirectToPage(new { Id });
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        Perform(new WithdrawFromReview(Id), "Taken back from review; you can go on writing.", () => RedirectToPage(new { Id }), ct);

    /// <summary>Puts a picture of the library above the text, from the library's page.</summary>
    public async Task<IActionResult> OnPostCoverAsync(AssetId? cover, CancellationToken ct)
    {
        var chosen = await Mediator.Send(new ChooseCover(Id, cover is { Value: var id } && id != Guid.Empty ? cover : null), ct);
        if (chosen.Error is { } error && (error.Kind == ErrorKind.NotFound || Problems.WantsJson(Request))) return await Refused(error, ct);
        // No text was posted with it: the editor opens on what is stored.
        if (chosen.Error is { } refusal) TempData["Warning"] = refusal.Message;
        else Notice = "The cover is chosen.";
        return RedirectToPage(new { Id });
    }

    /// <summary>Milliseconds of this rendering; the tab's editing session begins with it.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The sentence beside a field, after a refusal.</summary>
    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public string ProposalsJson() => JsonSerializer.Serialize(Proposals.Select(p => new
    {
        id = p.Id.Value,
        kind = p.Kind.ToString().ToLowerInvariant(),
        place = p.Place,
        replaces = p.Replaces,
        instruction = p.Instruction,
        state = p.State.ToString().ToLowerInvariant(),
        say = p.Say,
        agent = p.Agent,
        streamUrl = StreamUrl(p.Id),
    }));

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var price = await Mediator.Send(new GetClaudePrice(Id), ct);
        if (price.Error is null) Price = price.Value;
        var proposals = await Mediator.Send(new GetProposals(Id), ct);
        if (proposals.Error is null) Proposals = proposals.Value;
        var notes = await Mediator.Send(new GetAgentNotes(Id), ct);
        if (notes.Error is null) FromAgents = notes.Value;
        var page = await Show(new GetArticleForEditing(Id), article => Article = article, ct);
        if (Article is not null && await Mediator.Send(new ListAssets(Article.Site, Size: 8), ct) is { Error: null } newest) Covers = newest.Value.Page.Items;
        if (Article is not null && await Mediator.Send(new GetLooksAgain(Article.Site, Id), ct) is { Error: null } looks) LooksAgain = looks.Value;
        return page;
    }

    private async Task<IActionResult> SaveAsync(Application.Common.ICommand<SavedCopy> command, CancellationToken ct)
    {
        var saved = await Mediator.Send(command, ct);
        if (saved.Error is { } error) return await NotSaved(error, ct);
        if (!Problems.WantsJson(Request))
        {
            Notice = "Saved.";
            return RedirectToPage(new { Id });
        }
        var copy = saved.Value;
        return new JsonResult(new
        {
            version = copy.Version,
            savedAt = copy.SavedAt,
            words = copy.Words,
            minutes = copy.Minutes,
            revision = copy.Revision,
            checks = copy.Checks.Select(c => new { level = c.Level switch { CheckLevel.Missing => "bad", CheckLevel.Advice => "warn", _ => "ok" }, title = c.Title, say = c.Say, field = c.Field, quote = c.Quote }),
        });
    }

    private async Task<IActionResult> NotSaved(Error error, CancellationToken ct)
    {
        if (error.Code != ArticleErrors.Stale.Code) return await Refused(error, ct);
        if (!Problems.WantsJson(Request)) return RedirectToPage("/Studio/Articles/Resolve", new { Id });
        var newest = await Mediator.Send(new GetArticleForEditing(Id), ct);
        return Problem(error, new Dictionary<string, object?>
        {
            ["version"] = newest.Error is null ? newest.Value.Version : null,
            ["by"] = newest.Error is null ? newest.Value.ChangedBy : null,
            ["at"] = newest.Error is null ? newest.Value.ChangedAt : null,
            ["resolveUrl"] = Url.Page("/Studio/Articles/Resolve", new { Id }),
        });
    }

    private async Task<IActionResult> Quietly(Application.Common.ICommand command, CancellationToken ct)
    {
        var result = await Mediator.Send(command, ct);
        return result.Error is { } error ? Problem(error) : new NoContentResult();
    }

    private static string StreamUrl(GenerationId id) => $"/studio/generations/{id}/events";
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The sections of each kind on a site: rows that are added, moved and removed by buttons, and kept by one.</summary>
public sealed class TemplatesModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleKind Kind { get; set; }
    [BindProperty] public List<string?> Headings { get; set; } = [];
    [BindProperty] public List<string?> Guidance { get; set; } = [];

    public IReadOnlyList<TemplateOfSite> Templates { get; private set; } = [];
    public TemplateOfSite Current => Templates.First(t => t.Template.Kind == Kind);
    /// <summary>The rows differ from what is kept.</summary>
    public bool IsMoved { get; private set; }

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;
    public string GuidanceAt(int row) => row < Guidance.Count ? Guidance[row] ?? "" : "";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var sections = Headings.Select((heading, i) => new TemplateSection(heading ?? "", GuidanceAt(i))).Where(s => s.Heading.Length + s.Guidance.Length > 0).ToList();
        var here = await HereAsync(ct);
        return await Perform(new ChangeTemplate(site, Kind, sections), $"The sections are kept; they hold from the next {Kind.ToString().ToLowerInvariant()} on.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await HereAsync(ct);
        return await Perform(new GiveTemplateBack(site, Kind), "The house’s sections hold again.", () => RedirectToPage(here), ct);
    }

    /// <summary>Moves, removes or adds a row and keeps nothing.</summary>
    /// <param name="move"><c>add</c>, <c>up:2</c>, <c>down:2</c>, <c>out:2</c>; anything else changes nothing.</param>
    public Task<IActionResult> OnPostRowsAsync(string? move, CancellationToken ct)
    {
        var rows = Headings.Select((heading, i) => (Heading: heading, Guidance: (string?)GuidanceAt(i))).ToList();
        var (what, at) = move?.Split(':') is [var verb, var number] && int.TryParse(number, out var row) && row >= 0 && row < rows.Count ? (verb, row) : (move, -1);
        if (what == "add" && rows.Count < SiteTemplate.MostSections) rows.Add(("", ""));
        else if (what == "up" && at > 0) (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
        else if (what == "down" && at >= 0 && at < rows.Count - 1) (rows[at + 1], rows[at]) = (rows[at], rows[at + 1]);
        else if (what == "out" && at >= 0) rows.RemoveAt(at);
        (Headings, Guidance) = ([.. rows.Select(r => r.Heading)], [.. rows.Select(r => r.Guidance)]);
        IsMoved = true;
        return Redisplay(ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        if (!Enum.IsDefined(Kind)) Kind = default;
        var found = await Mediator.Send(new GetTemplates(site), ct);
        if (found.Error is { } error) return StatusCode(Api.Problems.StatusOf(error.Kind));
        Templates = found.Value;
        // What was typed stays, also every row taken away.
        if (Headings.Count == 0 && !IsMoved) (Headings, Guidance) = ([.. Current.Template.Sections.Select(s => s.Heading)], [.. Current.Template.Sections.Select(s => s.Guidance)]);
        return Page();
    }

    // The kind and, where the cookie names another, the site.
    private async Task<object> HereAsync(CancellationToken ct) => await current.RouteAsync(ct) is null ? new { Kind } : new { Kind, site = (await current.LookAsync(ct))!.Slug };
}

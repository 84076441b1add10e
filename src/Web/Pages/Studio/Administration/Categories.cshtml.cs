using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The shelves of a site and the names readers see above a piece.</summary>
public sealed class CategoriesModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? CategoryName { get; set; }
    [BindProperty] public string? BylineName { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public string? Person { get; set; }

    /// <summary>The category or byline that is renamed; its id.</summary>
    [BindProperty] public Guid? Thing { get; set; }
    [BindProperty] public string? NewName { get; set; }
    [BindProperty] public string? NewSlug { get; set; }
    [BindProperty] public string? NewAbout { get; set; }

    public IReadOnlyList<ListedCategory> Categories { get; private set; } = [];
    public IReadOnlyList<ListedByline> Bylines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Both commands call their field "name"; the page has two of them.</summary>
    public string? CategoryError { get; private set; }
    public string? BylineError { get; private set; }

    private IReadOnlyList<OpenRewriting> _rewritings = [];

    /// <summary>A renaming of it was refused: its form stands open with what was typed.</summary>
    public bool IsAsked(Guid thing) => Refusal is not null && Thing == thing;

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    /// <summary>How far a renaming has come among what readers see; null when it is done.</summary>
    public string? Carrying(Guid thing)
    {
        var open = _rewritings.Where(r => r.Subject == thing).ToList();
        return open.Count == 0 ? null : $"Being carried to readers: {Figures.Of(open.Sum(r => r.Rewritten), "piece")} so far.";
    }

    public async Task<IActionResult> OnPostRenameCategoryAsync(CancellationToken ct)
    {
        var here = await current.RouteAsync(ct);
        return await Perform(new RenameCategory(CategoryId.From(Thing ?? Guid.Empty), NewName ?? "", NewSlug ?? ""), "Renamed. What readers see follows within moments.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostRenameBylineAsync(CancellationToken ct)
    {
        var here = await current.RouteAsync(ct);
        return await Perform(new RenameByline(BylineId.From(Thing ?? Guid.Empty), NewName ?? "", NewAbout ?? "", NewSlug ?? ""), "Changed. What readers see follows within moments.", () => RedirectToPage(here), ct);
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostCategoryAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        var answer = await Perform(new AddCategory(site, CategoryName ?? ""), "The category is there; writers can choose it.", () => RedirectToPage(here), ct);
        CategoryError = Refusal?.Fields.FirstOrDefault(f => f.Path == "name")?.Message;
        return answer;
    }

    public async Task<IActionResult> OnPostBylineAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        var person = PersonId.TryParse(Person, null, out var id) ? id : (PersonId?)null;
        var answer = await Perform(new AddByline(site, BylineName ?? "", Description ?? "", person), "The byline is there; writers can choose it.", () => RedirectToPage(here), ct);
        BylineError = Refusal?.Fields.FirstOrDefault(f => f.Path == "name")?.Message;
        return answer;
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var members = await Mediator.Send(new ListMembers(site), ct);
        if (members.Error is null) People = [new SelectListItem("Nobody: a desk or a guest", ""), .. members.Value.Select(m => new SelectListItem(m.Name, m.Person.ToString()))];
        var rewritings = await Mediator.Send(new ListRewritings(site), ct);
        if (rewritings.Error is null) _rewritings = rewritings.Value;
        var bylines = await Mediator.Send(new ListBylines(site), ct);
        if (bylines.Error is null) Bylines = bylines.Value;
        return await Show(new ListCategories(site), categories => Categories = categories, ct);
    }
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using QuestCms.Application.Content;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The shelves of a site and the names readers see above a piece.</summary>
public sealed class CategoriesModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? CategoryName { get; set; }
    [BindProperty] public string? BylineName { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public string? Person { get; set; }

    public IReadOnlyList<ListedCategory> Categories { get; private set; } = [];
    public IReadOnlyList<ListedByline> Bylines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Both commands call their field "name"; the page has two of them.</summary>
    public string? CategoryError { get; private set; }
    public string? BylineError { get; private set; }

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
        var bylines = await Mediator.Send(new ListBylines(site), ct);
        if (bylines.Error is null) Bylines = bylines.Value;
        return await Show(new ListCategories(site), categories => Categories = categories, ct);
    }
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Media;
using QuestCms.Domain.Content;
using QuestCms.Web.Api;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Media;

/// <summary>The library of the site: bring pictures, find them, and choose one as an article's cover when the editor sent here.</summary>
public sealed class IndexModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    /// <summary>The article a cover is chosen for.</summary>
    [BindProperty(SupportsGet = true)] public ArticleId? For { get; set; }
    [BindProperty] public List<IFormFile> Files { get; set; } = [];
    [BindProperty] public string? AltText { get; set; }
    [BindProperty] public string? Credit { get; set; }

    public AssetList List { get; private set; } = null!;

    /// <summary>A cover is being chosen.</summary>
    public bool IsChoosing => For is { } article && article.Value != Guid.Empty;

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>Takes pictures, from the form of the page and from the editor, which wants JSON.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await current.LookAsync(ct) is not { } here) return NotFound();
        var command = new AddAssets(here.Id, [.. Files.Select(f => new BroughtFile(f.FileName, f.OpenReadStream()))], AltText ?? "", Credit ?? "");
        if (!Problems.WantsJson(Request))
            return await Perform(command, Say, added => added.Added is [var one] && !IsChoosing ? RedirectToPage("Asset", new { id = one.Id }) : RedirectToPage(new { For, site = here.Slug }), ct);
        var answer = await Mediator.Send(command, ct);
        return answer.Error is { } error ? Problem(error) : new JsonResult(answer.Value.Added.Select(a => new { id = a.Id.Value, name = a.Name, url = a.Address, alt = a.AltText }));
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.LookAsync(ct) is { } site ? await Show(new ListAssets(site.Id, Q, After), list => List = list, ct) : NotFound();

    private static string Say(AddedAssets added)
    {
        var kept = added.Added.Count == 1 ? "The picture is in the library." : $"{Figures.Of(added.Added.Count, "picture")} are in the library.";
        return added.Refused.Count == 0 ? kept : $"{kept} Not taken: {string.Join(" ", added.Refused.Select(r => $"{r.Name}: {r.Error.Message}"))}";
    }
}

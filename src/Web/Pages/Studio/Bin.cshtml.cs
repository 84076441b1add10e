using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio;

/// <summary>What lies in the bin of the site: put back by writers, deleted for ever by administrators, who type the title.</summary>
public sealed class BinModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty] public ArticleId Article { get; set; }
    /// <summary>Typed to say that this one is meant.</summary>
    [BindProperty] public string? Title { get; set; }

    /// <summary>Slug or address of what stands in for what readers saw once.</summary>
    [BindProperty] public string? Replacement { get; set; }

    public Bin Bin { get; private set; } = null!;

    public string? ErrorOf(ArticleId article) => Article == article ? Refusal?.Message : null;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostBackAsync(CancellationToken ct) => Perform(new TakeFromBin(Article), "Put back, as it was.", () => RedirectToPage("/Studio/Articles/Edit", new { id = Article }), ct);

    public Task<IActionResult> OnPostDeleteAsync(CancellationToken ct) => Perform(new DeleteArticleForEver(Article, Title ?? "", Replacement), "Deleted for ever. Who decided on it and what it cost stays in the trail.", () => RedirectToPage(), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.LookAsync(ct) is { } site ? await Show(new ListBin(site.Id, After), bin => Bin = bin, ct) : NotFound();
}

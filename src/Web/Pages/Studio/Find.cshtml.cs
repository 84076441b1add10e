using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio;

/// <summary>Find or do: the page for who has no script, and the palette's answers for who has.</summary>
public sealed class FindModel(IMediator mediator, CurrentSite current, IShell shell) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    public Found Found { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>The answers alone, for a palette that is open.</summary>
    public async Task<IActionResult> OnGetAnswersAsync(CancellationToken ct)
    {
        await Redisplay(ct);
        return Partial("_Found", Found);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var words = (Q ?? "").Trim();
        var articles = await FindAsync(words, ct);
        Found = new Found(await shell.LookAsync(ct), words, articles);
        return Page();
    }

    // Who may not read here, or typed what can't be searched, finds no article and still every place.
    private async Task<IReadOnlyList<ArticleRow>> FindAsync(string words, CancellationToken ct)
    {
        if (words.Length == 0 || await current.LookAsync(ct) is not { Roles.Count: > 0 } site) return [];
        var list = await Mediator.Send(new ListArticles(site.Id, words), ct);
        return list.Error is null ? [.. list.Value.Page.Items.Take(Found.MostArticles)] : [];
    }
}

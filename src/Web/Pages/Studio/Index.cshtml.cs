using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Insights;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio;

/// <summary>My work: recent and waiting things first, and the one next step.</summary>
public sealed class IndexModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    public MyWork? Work { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>The day in one sentence.</summary>
    public string Lede()
    {
        if (Work is null) return "You have no role on any site yet. An administrator gives you one.";
        var parts = new List<string>();
        if (Work.SentBack.Count > 0) parts.Add($"{Figures.Of(Work.SentBack.Count, "article")} came back to you");
        if (Work.Writing.Count > 0) parts.Add("Claude has words for you");
        if (Work.ToReview.Count > 0) parts.Add($"{Figures.Of(Work.ToReview.Count, "piece")} to review");
        if (Work.ToPublish.Count > 0) parts.Add($"{Figures.Of(Work.ToPublish.Count, "piece")} approved and not live");
        if (parts.Count == 0) return Work.Drafts.Count > 0 ? $"{Figures.Of(Work.Drafts.Count, "draft")}, nothing waits for you." : "Nothing waits for you.";
        var sentence = string.Join(", ", parts);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.LookAsync(ct) is { Roles.Count: > 0 } site ? await Show(new GetMyWork(site.Id), work => Work = work, ct) : Page();
}

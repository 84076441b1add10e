using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Insights;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio;

/// <summary>My work: recent and waiting things first, and the one next step.</summary>
public sealed class IndexModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    public MyWork? Work { get; private set; }

    /// <summary>What happens on the site, and figures of this person's own; null beside a site that can't be read.</summary>
    public MyWeek? Week { get; private set; }

    public bool HouseAdministrator { get; private set; }

    /// <summary>No section has anything to show.</summary>
    public bool IsBare => Work is { MayWrite: false, ToReview.Count: 0, ToPublish.Count: 0, SentBack.Count: 0, Writing.Count: 0, OnItsWay.Count: 0, SentencesToChange.Count: 0, SentencesToCheck: 0 };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>The day in one sentence.</summary>
    public string Lede()
    {
        if (Work is null) return HouseAdministrator ? "You have no role on this site." : "You have no role on any site yet.";
        var parts = new List<string>();
        if (Work.SentBack.Count > 0) parts.Add($"{Figures.Of(Work.SentBack.Count, "article")} came back to you");
        if (Work.SentencesToChange.Count > 0) parts.Add($"{Figures.Of(Work.SentencesToChange.Count, "sentence")} to change");
        if (Work.Writing.Count > 0) parts.Add("Claude has words for you");
        if (Work.ToReview.Count > 0) parts.Add($"{Figures.Of(Work.ToReview.Count, "piece")} to review");
        if (Work.SentencesToCheck > 0) parts.Add($"{Figures.Of(Work.SentencesToCheck, "sentence")} to check again");
        if (Work.ToPublish.Count > 0) parts.Add($"{Figures.Of(Work.ToPublish.Count, "piece")} approved and not live");
        if (parts.Count == 0) return Work.Drafts.Count > 0 ? $"{Figures.Of(Work.Drafts.Count, "draft")}, nothing waits for you." : "Nothing waits for you.";
        var sentence = string.Join(", ", parts);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.LookAsync(ct) is { Roles.Count: > 0 } site ? await DeskAsync(site.Id, ct) : await WithoutDeskAsync(ct);

    private async Task<IActionResult> DeskAsync(SiteId site, CancellationToken ct)
    {
        var week = await Mediator.Send(new GetMyWeek(site), ct);
        if (week.Error is null) Week = week.Value;
        return await Show(new GetMyWork(site), work => Work = work, ct);
    }

    private async Task<IActionResult> WithoutDeskAsync(CancellationToken ct)
    {
        HouseAdministrator = (await current.MineAsync(ct)).HouseAdministrator;
        return Page();
    }
}

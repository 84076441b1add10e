using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>What readers see of an article, what they may see next, and when.</summary>
public sealed class PublishingModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }
    [BindProperty] public int? Revision { get; set; }
    /// <summary>Local to the server's zone, as the field gives it: 2026-11-24T07:00.</summary>
    [BindProperty] public string? At { get; set; }
    [BindProperty] public ScheduledAction? Action { get; set; }

    /// <summary>Slug or address of what stands in for the piece once it is taken down.</summary>
    [BindProperty] public string? Replacement { get; set; }

    public Publishing Publishing { get; private set; } = null!;

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => Perform(new PublishArticle(Id, Revision), "Published: readers see it now.", Here, ct);

    public Task<IActionResult> OnPostUnpublishAsync(CancellationToken ct) => Perform(new UnpublishArticle(Id, Replacement: Replacement), "Taken down. Its address says that it is gone; the texts stay.", Here, ct);

    public Task<IActionResult> OnPostArchiveAsync(bool back, CancellationToken ct) =>
        Perform(new ArchiveArticle(Id, back), back ? "Taken out of the archive." : "Put into the archive.", Here, ct);

    public Task<IActionResult> OnPostBinAsync(CancellationToken ct) => Perform(new BinArticle(Id), "Put into the bin; for 30 days it can be put back.", () => RedirectToPage("/Studio/Bin"), ct);

    public async Task<IActionResult> OnPostPlanAsync(CancellationToken ct)
    {
        if (!DateTimeOffset.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            return await Refused(Error.Field("at", "schedule.malformed", "Say the day and the time (UTC)."), ct);
        if (Action is not { } action) return await Refused(Error.Field("action", "action.missing", "Say what is planned: to publish, or to take down."), ct);
        return await Perform(new SchedulePublication(Id, action, Revision, at), "Planned. Your later changes are not in it.", Here, ct);
    }

    public Task<IActionResult> OnPostCancelAsync(CancellationToken ct) => Perform(new CancelSchedule(Id), "The plan is cancelled; what readers see is unchanged.", Here, ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetPublishing(Id), p => Publishing = p, ct);

    private RedirectToPageResult Here() => RedirectToPage(new { Id });
}

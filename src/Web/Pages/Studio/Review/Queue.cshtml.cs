using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Review;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Review;

/// <summary>What waits for a decision, longest first.</summary>
public sealed class QueueModel(IMediator mediator, CurrentSite current, TimeProvider clock) : StudioPage(mediator)
{
    /// <summary>Within so many hours a piece should be decided.</summary>
    public const int AimHours = 48;

    public DateTimeOffset Now => clock.GetUtcNow();

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ReviewQueue Queue { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.IdAsync(ct) is { } site ? await Show(new GetReviewQueue(site, After), queue => Queue = queue, ct) : NotFound();
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Review;

/// <summary>What waits for a decision, longest first.</summary>
public sealed class QueueModel(IMediator mediator, CurrentSite current, TimeProvider clock) : ClaimsPage(mediator)
{
    /// <summary>Within so many hours a piece should be decided.</summary>
    public const int AimHours = 48;

    public DateTimeOffset Now => clock.GetUtcNow();

    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ReviewQueue Queue { get; private set; } = null!;

    /// <summary>Single sentences of live pieces.</summary>
    public SentencesToCheck Again { get; private set; } = new(0, [], false);

    /// <summary>Pieces somebody wants looked at again because of where their words came from.</summary>
    public IReadOnlyList<ShownLookAgain> LooksAgain { get; private set; } = [];
    [BindProperty] public LookAgainId Wish { get; set; }
    [BindProperty] public string? Found { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ReadTyped();
        return Redisplay(ct);
    }

    /// <summary>What was found of one sentence whose day was over.</summary>
    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => CheckAsync(() => RedirectToPage(null, null, null, "again"), ct);

    /// <summary>What was found of one of them.</summary>
    public Task<IActionResult> OnPostLookedAsync(CancellationToken ct) => Perform(new SayWhatWasFound(Wish, Found ?? ""), "Kept, with your name and the day.", () => RedirectToPage(null, null, null, "look-again"), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        if (await Mediator.Send(new GetSentencesToCheck(site), ct) is { Error: null } again) Again = again.Value;
        if (await Mediator.Send(new GetLooksAgain(site), ct) is { Error: null } looks) LooksAgain = looks.Value;
        return await Show(new GetReviewQueue(site, After), queue => Queue = queue, ct);
    }
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Review;
using QuestCms.Domain.Common;
using QuestCms.Domain.Review;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Review;

/// <summary>One round: the piece as readers will see it, where it came from, what changed, and the decision at the foot.</summary>
public sealed class RoundModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ReviewRoundId Id { get; set; }
    [BindProperty] public int? Score { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public Verdict? Verdict { get; set; }

    public RoundForReview Round { get; private set; } = null!;

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Verdict is { } verdict
        ? await Perform(new DecideOnRound(Id, verdict, Score, Reason ?? ""), Done(verdict), () => RedirectToPage("/Studio/Review/Queue"), ct)
        : await Refused(Error.Field("verdict", "verdict.missing", "Say what you decide: approve, ask for changes, or reject."), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetRoundForReview(Id), round => Round = round, ct);

    private static string Done(Verdict verdict) => verdict switch
    {
        Domain.Review.Verdict.Approved => "Approved and sealed. A publisher can publish it now.",
        Domain.Review.Verdict.ChangesRequested => "Sent back to the writers with your reason.",
        _ => "Rejected. The writers see your reason.",
    };
}

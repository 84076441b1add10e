using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Review;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Review;

/// <summary>One round: the piece as readers will see it, where it came from, what changed, and the decision at the foot.</summary>
public sealed class RoundModel(IMediator mediator, TimeProvider clock) : ClaimsPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ReviewRoundId Id { get; set; }
    [BindProperty] public int? Score { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public Verdict? Verdict { get; set; }

    public RoundForReview Round { get; private set; } = null!;
    public ClaimsOfText List { get; private set; } = null!;
    public AssessmentShown Assessment { get; private set; } = new(null, null, null);

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Reason, Score) = (TempData["Typed"] as string, TempData["Scored"] as int?);
        ReadTyped();
        return Redisplay(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Verdict is { } verdict
        ? await Perform(new DecideOnRound(Id, verdict, Score, Reason ?? ""), Done(verdict), () => RedirectToPage("/Studio/Review/Queue"), ct)
        : await Refused(Error.Field("verdict", "verdict.missing", "Say what you decide: approve, ask for changes, or reject."), ct);

    /// <summary>Asks Claude what it thinks of this revision; its answer is advice and comes later.</summary>
    public async Task<IActionResult> OnPostAssessAsync(CancellationToken ct)
    {
        var round = await Mediator.Send(new GetRoundForReview(Id), ct);
        if (round.Error is { } error) return await Refused(error, ct);
        KeepAll();
        var id = GenerationId.New(clock.GetUtcNow());
        return await Perform(new AssessRevision(round.Value.Article, round.Value.Revision, id), "Claude reads the piece. What it thinks stands beside it when it is done.", () => RedirectToPage(null, null, new { Id }, "assessment"), ct);
    }

    /// <summary>What was found of one sentence.</summary>
    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        KeepAll();
        return CheckAsync(ToClaims, ct);
    }

    /// <summary>Has the claims listed by the rules, and by Claude when it is asked.</summary>
    public async Task<IActionResult> OnPostFindAsync(bool claude, CancellationToken ct)
    {
        var round = await Mediator.Send(new GetRoundForReview(Id), ct);
        if (round.Error is { } error) return await Refused(error, ct);
        KeepAll();
        return await Perform(new FindClaims(round.Value.Article, round.Value.Revision, claude ? GenerationId.New(clock.GetUtcNow()) : null),
            claude ? "Claude looks through the text. What it finds stands among the claims when it is done." : "The claims are listed.", ToClaims, ct);
    }

    private RedirectToPageResult ToClaims() => RedirectToPage(null, null, new { Id }, "claims");

    // The form is the decision's: what is typed there is kept, its operation is not used up.
    private void KeepAll()
    {
        Operation = Guid.Empty;
        // It travels in a cookie: what is too long for a reason is refused anyway and must not crowd out the others.
        (TempData["Typed"], TempData["Scored"]) = (Reason is { Length: <= Decision.MaxReason } ? Reason : null, Score);
        KeepTyped();
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var page = await Show(new GetRoundForReview(Id), round => Round = round, ct);
        if (Round is not null && await Mediator.Send(new GetAssessment(Round.Article, Round.Revision), ct) is { Error: null } found) Assessment = found.Value;
        if (Round is not null && await Mediator.Send(new GetClaims(Round.Article, Round.Revision), ct) is { Error: null } list) List = list.Value;
        return page;
    }

    private static string Done(Verdict verdict) => verdict switch
    {
        Domain.Review.Verdict.Approved => "Approved and sealed. A publisher can publish it now.",
        Domain.Review.Verdict.ChangesRequested => "Sent back to the writers with your reason.",
        _ => "Rejected. The writers see your reason.",
    };
}

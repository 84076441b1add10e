using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>The claims of a working copy: writers say where each can be looked up, reviewers what they found.</summary>
public sealed class ClaimsModel(IMediator mediator, TimeProvider clock) : ClaimsPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }

    public ClaimsOfText List { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ReadTyped();
        return Redisplay(ct);
    }

    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => CheckAsync(Here, ct);

    /// <summary>Has the claims listed by the rules, and by Claude when it is asked.</summary>
    public Task<IActionResult> OnPostFindAsync(bool claude, CancellationToken ct)
    {
        KeepTyped();
        return Perform(new FindClaims(Id, null, claude ? GenerationId.New(clock.GetUtcNow()) : null),
            claude ? "Claude looks through the text. What it finds stands here when it is done." : "The claims are listed.", Here, ct);
    }

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetClaims(Id, null), list => List = list, ct);

    private RedirectToPageResult Here() => RedirectToPage(null, null, new { Id }, "claims");
}

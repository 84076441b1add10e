using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>What Claude thinks of the newest revision, for its writers before they hand it over.</summary>
public sealed class AssessmentModel(IMediator mediator, TimeProvider clock) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }

    public ArticleForEditing Article { get; private set; } = null!;
    public AssessmentShown Assessment { get; private set; } = new(null, null, null);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostAssessAsync(CancellationToken ct)
    {
        var article = await Mediator.Send(new GetArticleForEditing(Id), ct);
        if (article.Error is { } error) return await Refused(error, ct);
        return await Perform(new AssessRevision(Id, article.Value.LastRevision, GenerationId.New(clock.GetUtcNow())), "Claude reads the piece. What it thinks stands here when it is done.",
            () => RedirectToPage(null, null, new { Id }, "assessment"), ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        var page = await Show(new GetArticleForEditing(Id), article => Article = article, ct);
        if (Article is { LastRevision: > 0 } && await Mediator.Send(new GetAssessment(Id, Article.LastRevision), ct) is { Error: null } found) Assessment = found.Value;
        return page;
    }
}

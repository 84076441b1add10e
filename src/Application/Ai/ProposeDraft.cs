using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>
/// An agent proposes a whole draft: an article begins with its title and no text, and the words wait there as a proposal until a person takes them. The ids
/// come with the call, so that the same one again begins nothing. Errors: limits (Invalid), body over 200 KB (TooLarge), <c>proposals.open</c>, <c>idempotency.other</c>.
/// </summary>
/// <param name="Why">For the writers: what it is for.</param>
[Requires(Permission.ProposeAsAgent)]
public sealed record ProposeDraft(SiteId Site, ArticleId Article, GenerationId Proposal, string Title, ArticleKind Kind, string Body, string Why) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ProposeDraftValidator : AbstractValidator<ProposeDraft>
{
    public ProposeDraftValidator()
    {
        RuleFor(c => c.Title).Cascade(CascadeMode.Stop).Text("The title", ArticleContent.MaxTitle).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("title.missing").WithMessage("Give it a title: writers find it by that.");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("kind.unknown").WithMessage("There is no such kind.");
        RuleFor(c => c.Body).Cascade(CascadeMode.Stop).Body(ArticleContent.MaxBodyBytes).Must(b => !string.IsNullOrWhiteSpace(b)).WithErrorCode(AgentErrors.NothingProposed.Code).WithMessage(AgentErrors.NothingProposed.Message);
        RuleFor(c => c.Why).Text("The reason", Generation.MaxInstruction);
    }
}

internal sealed class ProposeDraftHandler(IQuestDb db, Acting acting, AgentProposals proposals, TimeProvider clock) : ICommandHandler<ProposeDraft>
{
    public async Task<Result> Handle(ProposeDraft command, CancellationToken ct)
    {
        var body = PlainText.WithLf(command.Body);
        if (await proposals.BeforeAsync(command.Proposal, g => g.Article == command.Article && g.Text == body, ct) is { } before) return before;
        if (await proposals.WhyNotAnotherAsync(command.Site, null, ct) is { } full) return full;
        var locale = await db.Sites.AsNoTracking().Where(s => s.Id == command.Site).Select(s => s.Locale).FirstOrDefaultAsync(ct);
        if (locale is null) return CommonErrors.NotFound;

        var now = clock.GetUtcNow();
        var content = ArticleContentRules.Normal(new ArticleContent { Title = command.Title, Kind = command.Kind });
        content = content with { Slug = await References.FreeSlugAsync(db, command.Site, command.Article, Slug.From(content.Title), ct) };
        db.Articles.Add(Article.Draft(command.Article, command.Site, locale, content, null, now, new AgentBeginning(acting.Agent, acting.Actor.Name, content.Title)));
        db.Generations.Add(Generation.Propose(command.Proposal, command.Site, command.Article, GenerationKind.Draft, new Brief { Topic = content.Title, Instruction = PlainText.WithLf(command.Why) }, 0, 0, body,
            acting.Agent, acting.Actor.Name, now));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

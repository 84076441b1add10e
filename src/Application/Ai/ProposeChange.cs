using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// An agent proposes other words for a passage it quotes, or words to add at the end. The text does not change until a person takes them. Errors:
/// <c>quote.not_found</c>, <c>quote.twice</c>, <c>words.missing</c>, <c>article.in_review</c>, <c>article.archived</c>, <c>proposals.open</c>, <c>idempotency.other</c>, limits.
/// </summary>
/// <param name="Quote">Word for word as the Markdown reads, once in it; empty: at the end.</param>
[Requires(Permission.ProposeAsAgent)]
public sealed record ProposeChange(ArticleId Article, GenerationId Proposal, string Quote, string Words, string Why) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class ProposeChangeValidator : AbstractValidator<ProposeChange>
{
    public ProposeChangeValidator()
    {
        RuleFor(c => c.Quote).Body(ArticleContent.MaxBodyBytes);
        RuleFor(c => c.Words).Body(ArticleContent.MaxBodyBytes);
        RuleFor(c => c.Why).Text("The reason", Generation.MaxInstruction);
    }
}

internal sealed class ProposeChangeHandler(IQuestDb db, Acting acting, AgentProposals proposals, IRenderer renderer, TimeProvider clock) : ICommandHandler<ProposeChange>
{
    public async Task<Result> Handle(ProposeChange command, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article && a.BinnedAt == null).Select(a => new { a.Site, a.State, a.ArchivedAt, a.Working.Body }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var (quote, words, why) = (PlainText.WithLf(command.Quote), PlainText.WithLf(command.Words), PlainText.WithLf(command.Why));
        if (await proposals.BeforeAsync(command.Proposal, g => g.Article == command.Article && g.Brief.Instruction == why && g.Text.Contains(words, StringComparison.Ordinal), ct) is { } before) return before;
        if (article.State == WorkingState.InReview) return AgentErrors.InReview;
        if (article.ArchivedAt is not null) return ArticleErrors.InTheArchive;
        if (await proposals.WhyNotAnotherAsync(article.Site, command.Article, ct) is { } full) return full;

        var blocks = await renderer.BlocksAsync(article.Body, ct);
        if (blocks.Error is { } tangled) return tangled;
        var change = AgentChange.Of(article.Body, blocks.Value, quote, words);
        if (change.Error is { } astray) return astray;
        if (string.IsNullOrWhiteSpace(change.Value.After)) return AgentErrors.NothingProposed;
        db.Generations.Add(Generation.Propose(command.Proposal, article.Site, command.Article, GenerationKind.Passage, new Brief { Instruction = why, Context = change.Value.Before }, change.Value.Place, change.Value.Replaces,
            change.Value.After, acting.Agent, acting.Actor.Name, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

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
/// A writer takes a proposal into the text, whole or in part: the text as it stands after is saved and frozen as a revision that names the generation.
/// Errors: <c>proposal.settled</c>, <c>proposal.writing</c>, and those of a save; stale is refused without a side copy, the proposal stays open.
/// </summary>
[Requires(Permission.Write)]
public sealed record TakeProposal(GenerationId Generation, ArticleContent Content, int BasedOn, Guid? Session, string[] Pastes) : ICommand<SavedCopy>, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

internal sealed class TakeProposalValidator : AbstractValidator<TakeProposal>
{
    public TakeProposalValidator() => RuleFor(c => c.Content).SetValidator(new ArticleContentRules());
}

internal sealed class TakeProposalHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<TakeProposal, SavedCopy>
{
    public async Task<Result<SavedCopy>> Handle(TakeProposal command, CancellationToken ct)
    {
        var generation = await db.Generations.FirstOrDefaultAsync(g => g.Id == command.Generation, ct);
        if (generation is null) return GenerationErrors.NotFound;
        var article = await db.Articles.FirstAsync(a => a.Id == generation.Article, ct);
        var content = ArticleContentRules.Normal(command.Content);
        if (content.Slug != article.Working.Slug && await References.SlugTakenAsync(db, article.Site, article.Id, content.Slug, ct)) return ArticleErrors.SlugTaken(content.Slug);
        if (await References.MissingAsync(db, article.Site, content, ct) is { } missing) return missing;

        var now = clock.GetUtcNow();
        if (article.IsNewestFor(command.BasedOn, command.Session) && article.NeedsRevisionBefore(acting.Me, now))
            await freezer.FreezeChangesAsync(article, article.ChangedBy == acting.Me ? Occasion.Pause : Occasion.ChangeOfWriter, article.WhoWroteLast() ?? acting.Me, now, ct);
        if (article.Save(content, command.BasedOn, command.Session, command.Pastes, acting.Me, now).Error is { } refusal) return refusal;
        var taken = new TakenProposal(generation.Text, generation.WordsOf());
        var revision = await freezer.FreezeAsync(article, Occasion.ProposalTaken, new Origin(OriginKind.Person, acting.Me.Value), acting.Me, now, ct, [taken]);
        if (generation.Take(revision.Number, acting.Me, now).Error is { } settled) return settled;

        await db.SaveChangesAsync(ct);
        return await SavedCopy.OfAsync(db, article, now, revision.Number, ct);
    }
}

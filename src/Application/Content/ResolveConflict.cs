using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>
/// Ends a conflict with the text the person chose: theirs is frozen as a revision first, then the chosen text becomes the working copy and the side
/// copy goes. Errors: <c>article.stale</c> when a still newer version came meanwhile (the side copy stays), <c>article.frozen</c>.
/// </summary>
/// <param name="Body">The chosen body; the other fields are the newest saved ones unless <paramref name="TakeMyFields"/>.</param>
[Requires(Permission.Write)]
public sealed record ResolveConflict(ArticleId Article, int TheirVersion, string Body, bool TakeMyFields) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class ResolveConflictValidator : AbstractValidator<ResolveConflict>
{
    public ResolveConflictValidator() => RuleFor(c => c.Body).Body(ArticleContent.MaxBodyBytes);
}

internal sealed class ResolveConflictHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<ResolveConflict>
{
    public async Task<Result> Handle(ResolveConflict command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var mine = await db.SideCopies.FirstOrDefaultAsync(s => s.Article == command.Article && s.Person == acting.Me, ct);
        if (mine is null) return Error.NotFound("conflict.none", "Nothing is kept here: there is only one version of this text.");

        var now = clock.GetUtcNow();
        if (command.TheirVersion != article.WorkingVersion) return ArticleErrors.Stale;
        var fields = command.TakeMyFields ? mine.Content : article.Working;
        var chosen = ArticleContentRules.Normal(fields with { Body = command.Body, Slug = article.Working.Slug });
        await freezer.FreezeChangesAsync(article, Occasion.ChangeOfWriter, article.WhoWroteLast() ?? acting.Me, now, ct);
        if (article.Save(chosen, command.TheirVersion, null, [], acting.Me, now) is { Refused: true } refused) return refused;
        db.SideCopies.Remove(mine);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

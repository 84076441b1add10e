using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>A writer puts the outline of the kind's template into the text; its words are the template's and never called Claude's. Errors: those of a save.</summary>
[Requires(Permission.Write)]
public sealed record TakeOutline(ArticleId Article, ArticleContent Content, int BasedOn, Guid? Session, string[] Pastes) : ICommand<SavedCopy>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class TakeOutlineValidator : AbstractValidator<TakeOutline>
{
    public TakeOutlineValidator() => RuleFor(c => c.Content).SetValidator(new ArticleContentRules());
}

internal sealed class TakeOutlineHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<TakeOutline, SavedCopy>
{
    public async Task<Result<SavedCopy>> Handle(TakeOutline command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var content = ArticleContentRules.Normal(command.Content);
        if (content.Slug != article.Working.Slug && await References.SlugTakenAsync(db, article.Site, article.Id, content.Slug, ct)) return ArticleErrors.SlugTaken(content.Slug);
        if (await References.MissingAsync(db, article.Site, content, ct) is { } missing) return missing;

        var now = clock.GetUtcNow();
        if (article.IsNewestFor(command.BasedOn, command.Session) && article.NeedsRevisionBefore(acting.Me, now))
            await freezer.FreezeChangesAsync(article, article.ChangedBy == acting.Me ? Occasion.Pause : Occasion.ChangeOfWriter, article.WhoWroteLast() ?? acting.Me, now, ct);
        if (article.Save(content, command.BasedOn, command.Session, command.Pastes, acting.Me, now).Error is { } refusal) return refusal;
        var outline = new TakenProposal((await db.TemplateOfAsync(article.Site, content.Kind, ct)).Outline(), new Origin(OriginKind.Template));
        var revision = await freezer.FreezeAsync(article, Occasion.Template, new Origin(OriginKind.Person, acting.Me.Value), acting.Me, now, ct, [outline]);
        await db.SaveChangesAsync(ct);
        return await SavedCopy.OfAsync(db, article, now, revision.Number, ct);
    }
}

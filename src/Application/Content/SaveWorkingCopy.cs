using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>
/// Saves what a writer typed, by itself or by name. A text based on an older version is refused (<c>article.stale</c>) and kept as that person's
/// side copy; a frozen one is refused (<c>article.frozen</c>). Another hand or a long pause freezes the text as it stood before. Other errors:
/// limits (Invalid), body over 200 KB (TooLarge), slug taken (Invalid).
/// </summary>
/// <param name="BasedOn">The working version the text was typed on.</param>
/// <param name="Session">The browser tab; null without script.</param>
/// <param name="Pastes">Texts pasted from outside since the last save.</param>
/// <param name="Named">Freeze a revision of it.</param>
[Requires(Permission.Write)]
public sealed record SaveWorkingCopy(ArticleId Article, ArticleContent Content, int BasedOn, Guid? Session, string[] Pastes, bool Named)
    : ICommand<SavedCopy>, IAbout<ArticleId>
{
    public ArticleId About => Article;
    internal TypedText Typed => new(Content, BasedOn, Session, Pastes);
}

/// <summary>What the editor shows after a save.</summary>
public sealed record SavedCopy(int Version, DateTimeOffset SavedAt, int Words, int Minutes, IReadOnlyList<Check> Checks, int? Revision)
{
    internal static async Task<SavedCopy> OfAsync(IQuestDb db, Article article, DateTimeOffset now, int? revision, CancellationToken ct)
    {
        var words = Domain.Content.Words.Count(article.Working);
        var checks = ArticleChecks.Of(article.Working, words.Words, await PicturesOf.ReadAsync(db, article.Site, article.Working, ct));
        return new SavedCopy(article.WorkingVersion, now, words.Words, words.Minutes, checks, revision);
    }
}

internal sealed class SaveWorkingCopyValidator : AbstractValidator<SaveWorkingCopy>
{
    public SaveWorkingCopyValidator() => RuleFor(c => c.Typed).SetValidator(new TypedTextRules());
}

internal sealed class SaveWorkingCopyHandler(IQuestDb db, Acting acting, TypedTextKeeper keeper, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<SaveWorkingCopy, SavedCopy>
{
    public async Task<Result<SavedCopy>> Handle(SaveWorkingCopy command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var now = clock.GetUtcNow();
        if (await keeper.PutAsync(article, command.Typed, now, ct) is { } refusal)
        {
            if (refusal.Code == ArticleErrors.Stale.Code) await db.SaveChangesAsync(ct);
            return refusal;
        }

        var frozen = command.Named ? await freezer.FreezeChangesAsync(article, Occasion.NamedSave, acting.Me, now, ct) : null;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == "ix_articles_slug")
        {
            return ArticleErrors.SlugTaken(article.Working.Slug);
        }
        return await SavedCopy.OfAsync(db, article, now, frozen?.Number, ct);
    }
}

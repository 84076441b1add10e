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
}

/// <summary>What the editor shows after a save.</summary>
public sealed record SavedCopy(int Version, DateTimeOffset SavedAt, int Words, int Minutes, IReadOnlyList<Check> Checks, int? Revision);

internal sealed class SaveWorkingCopyValidator : AbstractValidator<SaveWorkingCopy>
{
    public SaveWorkingCopyValidator()
    {
        RuleFor(c => c.Content).SetValidator(new ArticleContentRules());
        RuleFor(c => c.Pastes).Must(p => p.Length <= Article.MaxPastes).WithMessage($"{Article.MaxPastes} pasted texts at once are the most.");
        RuleForEach(c => c.Pastes).Must(p => !PlainText.HasForbidden(p)).WithMessage("A pasted text holds characters that can't be stored.");
    }
}

internal sealed class SaveWorkingCopyHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<SaveWorkingCopy, SavedCopy>
{
    public async Task<Result<SavedCopy>> Handle(SaveWorkingCopy command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var content = ArticleContentRules.Normal(command.Content);
        var now = clock.GetUtcNow();

        if (content.Slug != article.Working.Slug && await References.SlugTakenAsync(db, article.Site, article.Id, content.Slug, ct)) return ArticleErrors.SlugTaken(content.Slug);
        if (await References.MissingAsync(db, article.Site, content, ct) is { } missing) return missing;
        if (article.IsNewestFor(command.BasedOn, command.Session) && !content.SameAs(article.Working) && article.NeedsRevisionBefore(acting.Me, now))
            await freezer.FreezeChangesAsync(article, article.ChangedBy == acting.Me ? Occasion.Pause : Occasion.ChangeOfWriter, article.ChangedBy, now, ct);

        var saved = article.Save(content, command.BasedOn, command.Session, command.Pastes, acting.Me, now);
        if (saved.Error is { } refusal)
        {
            if (refusal.Code != ArticleErrors.Stale.Code) return refusal;
            await KeepBesideAsync(article, content, command.BasedOn, now, ct);
            await db.SaveChangesAsync(ct);
            return refusal;
        }

        var frozen = command.Named ? await freezer.FreezeChangesAsync(article, Occasion.NamedSave, acting.Me, now, ct) : null;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == "ix_articles_slug")
        {
            return ArticleErrors.SlugTaken(content.Slug);
        }
        var words = Words.Count(content);
        return new SavedCopy(article.WorkingVersion, now, words.Words, words.Minutes, ArticleChecks.Of(content, words.Words), frozen?.Number);
    }

    private async Task KeepBesideAsync(Article article, ArticleContent content, int basedOn, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.SideCopies.FirstOrDefaultAsync(s => s.Article == article.Id && s.Person == acting.Me, ct);
        if (kept is null) db.SideCopies.Add(SideCopy.Keep(SideCopyId.New(now), article, acting.Me, basedOn, content, now));
        else kept.Replace(content, basedOn, now);
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Content;

/// <summary>What stands in a writer's form: the text, the working version it was typed on, the browser tab (null without script) and texts pasted from outside since the last save.</summary>
public sealed record TypedText(ArticleContent Content, int BasedOn, Guid? Session, string[] Pastes);

internal sealed class TypedTextRules : AbstractValidator<TypedText>
{
    public TypedTextRules()
    {
        RuleFor(t => t.Content).SetValidator(new ArticleContentRules());
        RuleFor(t => t.Pastes).Must(p => p.Length <= Article.MaxPastes).WithMessage($"{Article.MaxPastes} pasted texts at once are the most.");
        RuleForEach(t => t.Pastes).Must(p => !PlainText.HasForbidden(p)).WithMessage("A pasted text holds characters that can't be stored.");
    }
}

/// <summary>Puts what was typed into the working copy; used by every use case that carries a form's text. It saves nothing itself.</summary>
internal sealed class TypedTextKeeper(IQuestDb db, Acting acting, RevisionFreezer freezer)
{
    /// <summary>
    /// Null when it stands in the working copy. Another hand or a long pause freezes the text as it stood before. A stale text is refused and added as that
    /// person's side copy: the caller saves and answers with the refusal. Other refusals: slug taken, unknown category or byline, frozen, archive, bin.
    /// </summary>
    public async Task<Error?> PutAsync(Article article, TypedText typed, DateTimeOffset now, CancellationToken ct)
    {
        var content = ArticleContentRules.Normal(typed.Content);
        if (content.Slug != article.Working.Slug && await References.SlugTakenAsync(db, article.Site, article.Id, content.Slug, ct)) return ArticleErrors.SlugTaken(content.Slug);
        if (await References.MissingAsync(db, article.Site, content, ct) is { } missing) return missing;
        if (article.IsNewestFor(typed.BasedOn, typed.Session) && !content.SameAs(article.Working) && article.NeedsRevisionBefore(acting.Me, now))
            await freezer.FreezeChangesAsync(article, article.ChangedBy == acting.Me ? Occasion.Pause : Occasion.ChangeOfWriter, article.WhoWroteLast() ?? acting.Me, now, ct);

        var refusal = article.Save(content, typed.BasedOn, typed.Session, typed.Pastes, acting.Me, now).Error;
        if (refusal?.Code == ArticleErrors.Stale.Code) await KeepBesideAsync(article, content, typed.BasedOn, now, ct);
        return refusal;
    }

    private async Task KeepBesideAsync(Article article, ArticleContent content, int basedOn, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.SideCopies.FirstOrDefaultAsync(s => s.Article == article.Id && s.Person == acting.Me, ct);
        if (kept is null) db.SideCopies.Add(SideCopy.Keep(SideCopyId.New(now), article, acting.Me, basedOn, content, now));
        else kept.Replace(content, basedOn, now);
    }
}

using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>
/// A program writes a new article on the site of its key. Its words have the origin <em>agent</em> and are frozen at once as the first revision, by its name; nobody has a hand in it. Errors:
/// limits (Invalid), body over 200 KB (TooLarge), unknown category, authors or image, <c>slug.taken</c> for a slug that was asked for; one made of the title steps aside.
/// </summary>
[Requires(Permission.WriteAsAgent)]
public sealed record WriteNewArticle(SiteId Site, ArticleId Article, ArticleText Text) : ICommand<Standing>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class WriteNewArticleValidator : AbstractValidator<WriteNewArticle>
{
    public WriteNewArticleValidator()
    {
        RuleFor(c => c.Text.Title).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("title.missing").WithMessage("Give it a title: people find it by that.");
        RuleFor(c => c.Text).SetValidator(new ArticleTextRules());
    }
}

internal sealed class WriteNewArticleHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<WriteNewArticle, Standing>
{
    public async Task<Result<Standing>> Handle(WriteNewArticle command, CancellationToken ct)
    {
        var found = await TextInSite.FindAsync(db, command.Site, command.Article, command.Text, null, ct);
        if (found.Error is { } missing) return missing;
        var content = found.Value.Content;
        if (found.Value.IsSlugTaken && command.Text.Slug is not null) return ArticleErrors.SlugTaken(content.Slug);
        if (found.Value.IsSlugTaken) content = content with { Slug = await References.FreeSlugAsync(db, command.Site, command.Article, content.Slug, ct) };

        var now = clock.GetUtcNow();
        var article = Article.Draft(command.Article, command.Site, found.Value.Locale, content, null, now, new AgentBeginning(acting.Agent, acting.Actor.Name, content.Title));
        db.Articles.Add(article);
        await freezer.FreezeAsync(article, Occasion.NamedSave, RevisionFreezer.OriginOf(acting.Who), acting.Who, now, ct);
        var standing = Standing.Of(article);
        acting.Answer = standing;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == "ix_articles_slug")
        {
            return ArticleErrors.SlugTaken(content.Slug);
        }
        return standing;
    }
}

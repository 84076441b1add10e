using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>
/// A creator begins an article on a site: blank, or with the outline of its kind's template (origin <em>template</em>, frozen as its first revision).
/// The id comes with the form, so that a form sent twice begins one article. Errors: unknown category or byline (Invalid).
/// </summary>
[Requires(Permission.Write)]
public sealed record StartArticle(SiteId Site, ArticleId Id, string Title, ArticleKind Kind, CategoryId? Category, BylineId[] Bylines, string[] Tags, bool FromTemplate = false)
    : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class StartArticleValidator : AbstractValidator<StartArticle>
{
    public StartArticleValidator()
    {
        RuleFor(c => c.Title).Text("The title", ArticleContent.MaxTitle);
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the kinds.");
        RuleFor(c => c.Tags).Must(t => t.Length <= ArticleContent.MaxTags).WithMessage($"{ArticleContent.MaxTags} tags are the most.");
        RuleForEach(c => c.Tags).Text("A tag", ArticleContent.MaxTag).OverridePropertyName("tags");
        RuleFor(c => c.Bylines).Must(b => b.Length <= ArticleContent.MaxBylines).WithMessage($"{ArticleContent.MaxBylines} bylines are the most.");
    }
}

internal sealed class StartArticleHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<StartArticle>
{
    public async Task<Result> Handle(StartArticle command, CancellationToken ct)
    {
        if (await db.Articles.AnyAsync(a => a.Id == command.Id, ct)) return Result.Done; // the same form again
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == command.Site).Select(s => new { s.Locale }).FirstOrDefaultAsync(ct);
        if (site is null) return CommonErrors.NotFound;

        var content = ArticleContentRules.Normal(new ArticleContent
        {
            Title = command.Title, Kind = command.Kind, Category = command.Category, Bylines = command.Bylines, Tags = command.Tags,
            Body = command.FromTemplate ? Template.Of(command.Kind).Outline() : "",
        });
        if (await References.MissingAsync(db, command.Site, content, ct) is { } missing) return missing;
        content = content with { Slug = await References.FreeSlugAsync(db, command.Site, command.Id, Slug.From(content.Title), ct) };

        var now = clock.GetUtcNow();
        var article = Article.Draft(command.Id, command.Site, site.Locale, content, acting.Me, now);
        db.Articles.Add(article);
        if (command.FromTemplate) await freezer.FreezeAsync(article, Occasion.Template, new Origin(OriginKind.Template), acting.Me, now, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

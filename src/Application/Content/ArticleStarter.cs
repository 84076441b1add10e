using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>What is chosen before the first word, whichever way an article begins. The id comes with the form.</summary>
public interface IBeginning
{
    SiteId Site { get; }
    ArticleId Id { get; }
    string Title { get; }
    ArticleKind Kind { get; }
    CategoryId? Category { get; }
    BylineId[] Bylines { get; }
    string[] Tags { get; }
}

internal sealed class BeginningRules : AbstractValidator<IBeginning>
{
    public BeginningRules()
    {
        RuleFor(c => c.Title).Text("The title", ArticleContent.MaxTitle);
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the kinds.");
        RuleFor(c => c.Tags).Must(t => t.Length <= ArticleContent.MaxTags).WithMessage($"{ArticleContent.MaxTags} tags are the most.");
        RuleForEach(c => c.Tags).Text("A tag", ArticleContent.MaxTag).OverridePropertyName("tags");
        RuleFor(c => c.Bylines).Must(b => b.Length <= ArticleContent.MaxBylines).WithMessage($"{ArticleContent.MaxBylines} bylines are the most.");
    }
}

/// <summary>Adds a new article with a free slug; used by every use case that begins one. It saves nothing itself. Errors: unknown category or byline (Invalid), unknown site.</summary>
internal sealed class ArticleStarter(IQuestDb db, Acting acting)
{
    public async Task<Result<Article>> StartAsync(IBeginning beginning, string body, DateTimeOffset now, CancellationToken ct)
    {
        var locale = await db.Sites.AsNoTracking().Where(s => s.Id == beginning.Site).Select(s => s.Locale).FirstOrDefaultAsync(ct);
        if (locale is null) return CommonErrors.NotFound;
        var content = ArticleContentRules.Normal(new ArticleContent
        {
            Title = beginning.Title,
            Kind = beginning.Kind,
            Category = beginning.Category,
            Bylines = beginning.Bylines,
            Tags = beginning.Tags,
            Body = body,
        });
        if (await References.MissingAsync(db, beginning.Site, content, ct) is { } missing) return missing;
        content = content with { Slug = await References.FreeSlugAsync(db, beginning.Site, beginning.Id, Slug.From(content.Title), ct) };
        var article = Article.Draft(beginning.Id, beginning.Site, locale, content, acting.Me, now);
        db.Articles.Add(article);
        return article;
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>Everything of an article that a program can write. Category and authors are slugs of the site; a null slug is made of the title, or stays as it is.</summary>
public sealed record ArticleText
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
    public string? Slug { get; init; }
    public string SeoTitle { get; init; } = "";
    public string SeoDescription { get; init; } = "";
    public ArticleKind Kind { get; init; }
    public string? Category { get; init; }
    public string[] Tags { get; init; } = [];
    /// <summary>Bylines, in the order readers see them.</summary>
    public string[] Authors { get; init; } = [];
    /// <summary>The cover: a picture of the site's library.</summary>
    public AssetId? Image { get; init; }
}

internal sealed class ArticleTextRules : AbstractValidator<ArticleText>
{
    public ArticleTextRules()
    {
        RuleFor(t => new ArticleContent { Title = t.Title, Summary = t.Summary, Body = t.Body, Slug = t.Slug ?? "", SeoTitle = t.SeoTitle, SeoDescription = t.SeoDescription, Kind = t.Kind, Tags = t.Tags })
            .SetValidator(new ArticleContentRules()).OverridePropertyName("text");
        RuleFor(t => t.Category).Must(c => c is null || Slug.IsValid(c)).WithErrorCode("category.unknown").WithMessage("A category is a slug of the site.");
        RuleFor(t => t.Authors).Must(a => a.Length <= ArticleContent.MaxBylines).WithErrorCode("authors.too_many").WithMessage($"{ArticleContent.MaxBylines} authors are the most.")
            .Must(a => a.All(Slug.IsValid)).WithErrorCode("authors.unknown").WithMessage("Authors are slugs of the site's bylines.");
    }
}

/// <summary>What the words of a program refer to, looked up at once.</summary>
internal sealed record TextInSite(string Locale, ArticleContent Content, bool IsSlugTaken)
{
    /// <summary>One question for locale, category, bylines and slug; a picture is a second. Errors: unknown category, authors or image (Invalid), no such site.</summary>
    /// <param name="slug">The slug it keeps where none is given; null: one of the title.</param>
    public static async Task<Result<TextInSite>> FindAsync(IQuestDb db, SiteId site, ArticleId self, ArticleText text, string? slug, CancellationToken ct)
    {
        var wanted = text.Slug?.Trim() ?? slug ?? Slug.From(text.Title);
        var found = await db.Sites.AsNoTracking().Where(s => s.Id == site).Select(s => new
        {
            s.Locale,
            Category = db.Categories.Where(c => c.Site == site && c.Slug == text.Category).Select(c => (CategoryId?)c.Id).FirstOrDefault(),
            IsTaken = wanted != "" && db.Articles.Any(a => a.Site == site && a.Working.Slug == wanted && a.Id != self && a.BinnedAt == null),
            Bylines = db.Bylines.Where(b => b.Site == site && text.Authors.Contains(b.Slug)).Select(b => new { b.Id, b.Slug }).ToList(),
        }).FirstOrDefaultAsync(ct);
        if (found is null) return CommonErrors.NotFound;
        if (text.Category is not null && found.Category is null) return Error.Field("category", "category.unknown", "The site has no category with this slug.");
        if (text.Authors.FirstOrDefault(a => found.Bylines.TrueForAll(b => b.Slug != a)) is { } stranger) return Error.Field("authors", "authors.unknown", $"The site has no byline with the slug “{stranger}”.");
        if (text.Image is { } image && !await db.Assets.AnyAsync(a => a.Id == image && a.Site == site, ct)) return Error.Field("image", "image.unknown", "The library of the site has no picture with this id.");
        var content = ArticleContentRules.Normal(new ArticleContent
        {
            Title = text.Title,
            Summary = text.Summary,
            Body = text.Body,
            Slug = wanted,
            SeoTitle = text.SeoTitle,
            SeoDescription = text.SeoDescription,
            Kind = text.Kind,
            Category = found.Category,
            Tags = text.Tags,
            Bylines = [.. text.Authors.Select(a => found.Bylines.First(b => b.Slug == a).Id)],
            Cover = text.Image,
        });
        return new TextInSite(found.Locale, content, found.IsTaken);
    }
}

/// <summary>A text as a program writes it: category and bylines by their slugs.</summary>
internal static class ManagedText
{
    public static async Task<ArticleText> OfAsync(IQuestDb db, ArticleContent content, CancellationToken ct)
    {
        var category = content.Category is null ? null : await db.Categories.AsNoTracking().Where(c => c.Id == content.Category).Select(c => c.Slug).FirstOrDefaultAsync(ct);
        var bylines = content.Bylines.Length == 0 ? [] : await db.Bylines.AsNoTracking().Where(b => content.Bylines.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Slug, ct);
        return new ArticleText
        {
            Title = content.Title,
            Summary = content.Summary,
            Body = content.Body,
            Slug = content.Slug,
            SeoTitle = content.SeoTitle,
            SeoDescription = content.SeoDescription,
            Kind = content.Kind,
            Category = category,
            Tags = content.Tags,
            Authors = [.. content.Bylines.Where(bylines.ContainsKey).Select(b => bylines[b])],
            Image = content.Cover,
        };
    }
}

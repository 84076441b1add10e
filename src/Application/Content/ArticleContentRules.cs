using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Content;

/// <summary>The limits of everything a writer can change; the same for a form, an import and the API.</summary>
internal sealed class ArticleContentRules : AbstractValidator<ArticleContent>
{
    public ArticleContentRules()
    {
        RuleFor(c => c.Title).Text("The title", ArticleContent.MaxTitle);
        RuleFor(c => c.Summary).Text("The summary", ArticleContent.MaxSummary);
        RuleFor(c => c.Body).Body(ArticleContent.MaxBodyBytes);
        RuleFor(c => c.SeoTitle).Text("The SEO title", ArticleContent.MaxSeoTitle);
        RuleFor(c => c.SeoDescription).Text("The SEO description", ArticleContent.MaxSeoDescription);
        RuleFor(c => c.Slug).Must(slug => slug is "" || (slug is not null && Slug.IsValid(slug))).WithErrorCode("slug.malformed")
            .WithMessage($"A slug has lower-case letters, digits and single hyphens, at most {ArticleContent.MaxSlug}: like-this-one.");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("kind.unknown").WithMessage("Choose one of the kinds.");
        RuleFor(c => c.Tags).NotNull().Must(tags => tags is null || tags.Length <= ArticleContent.MaxTags).WithErrorCode("tags.too_many")
            .WithMessage((_, tags) => $"{tags.Length} tags; {ArticleContent.MaxTags} are the most.");
        RuleForEach(c => c.Tags).Text("A tag", ArticleContent.MaxTag).OverridePropertyName("tags");
        RuleFor(c => c.Bylines).NotNull().Must(bylines => bylines is null || bylines.Length <= ArticleContent.MaxBylines).WithErrorCode("bylines.too_many")
            .WithMessage($"{ArticleContent.MaxBylines} bylines are the most.");
    }

    /// <summary>What is the same for whatever form it came in: LF, tags trimmed and once, the title and its kin without line ends.</summary>
    public static ArticleContent Normal(ArticleContent content) => content with
    {
        Title = OneLine(content.Title),
        Summary = Domain.Common.PlainText.WithLf(content.Summary).Trim(),
        Body = Domain.Common.PlainText.WithLf(content.Body),
        Slug = content.Slug.Trim(),
        SeoTitle = OneLine(content.SeoTitle),
        SeoDescription = OneLine(content.SeoDescription),
        Tags = [.. content.Tags.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        Bylines = [.. content.Bylines.Distinct()],
    };

    private static string OneLine(string text) => Domain.Common.PlainText.WithLf(text).Replace('\n', ' ').Trim();
}

using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>A text as readers would see it, by the renderer that publishes. Errors: over the limits (Invalid, TooLarge), nested beyond what is rendered (Invalid, naming the line).</summary>
[Requires(Permission.Write)]
public sealed record PreviewArticle(ArticleId Article, string Body) : IQuery<Rendered>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class PreviewArticleValidator : AbstractValidator<PreviewArticle>
{
    public PreviewArticleValidator() => RuleFor(c => c.Body).Body(ArticleContent.MaxBodyBytes);
}

internal sealed class PreviewArticleHandler(IRenderer renderer) : IQueryHandler<PreviewArticle, Rendered>
{
    public Task<Result<Rendered>> Handle(PreviewArticle query, CancellationToken ct) => renderer.RenderAsync(PlainText.WithLf(query.Body), ct);
}

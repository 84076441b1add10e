using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>The outline of a kind's template on the article's site, as Markdown: for the editor where nothing came from Claude. Errors: an unknown kind (Invalid), NotFound.</summary>
/// <param name="Kind">Null: the article's own.</param>
[Requires(Permission.ReadSite)]
public sealed record GetOutline(ArticleId Article, ArticleKind? Kind = null) : IQuery<string>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class GetOutlineValidator : AbstractValidator<GetOutline>
{
    public GetOutlineValidator() => RuleFor(q => q.Kind).IsInEnum().WithMessage("Choose one of the kinds.");
}

internal sealed class GetOutlineHandler(IQuestDb db) : IQueryHandler<GetOutline, string>
{
    public async Task<Result<string>> Handle(GetOutline query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article).Select(a => new { a.Site, a.Working.Kind }).FirstOrDefaultAsync(ct);
        return article is null ? ArticleErrors.NotFound : (await db.TemplateOfAsync(article.Site, query.Kind ?? article.Kind, ct)).Outline();
    }
}

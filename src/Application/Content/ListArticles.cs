using System.Globalization;
using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>The articles of a site, last changed first; fifty at a time. With words, the best match first with the passage found, twenty at a time. By key.</summary>
/// <param name="Mine">Only what this person changed last.</param>
[Requires(Permission.ReadSite)]
public sealed record ListArticles(SiteId Site, string? Query = null, ListedState State = ListedState.Any, ArticleKind? Kind = null, CategoryId? Category = null, BylineId? Byline = null,
    string? Tag = null, ListedOrigin Origin = ListedOrigin.Any, bool Mine = false, string? After = null) : IQuery<ArticleList>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>One page of rows, and what can be chosen to narrow it.</summary>
public sealed record ArticleList(Page<ArticleRow> Page, IReadOnlyList<Choice<CategoryId>> Categories, IReadOnlyList<Choice<BylineId>> Bylines, bool MayWrite);

internal sealed class ListArticlesValidator : AbstractValidator<ListArticles>
{
    public ListArticlesValidator()
    {
        RuleFor(q => q.Query ?? "").Text("The search", 200).OverridePropertyName("query");
        RuleFor(q => q.Tag ?? "").Text("A tag", ArticleContent.MaxTag).OverridePropertyName("tag");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Origin).IsInEnum();
    }
}

internal sealed class ListArticlesHandler(IQuestDb db, Acting acting, IRoles roles, IArticleSearch search) : IQueryHandler<ListArticles, ArticleList>
{
    private const int PageSize = 50;
    // Each row's passage is looked for in its whole text.
    private const int SearchPageSize = 20;

    public async Task<Result<ArticleList>> Handle(ListArticles query, CancellationToken ct)
    {
        var words = string.IsNullOrWhiteSpace(query.Query) ? null : query.Query.Trim();
        var size = words is null ? PageSize : SearchPageSize;
        var rows = await search.ListAsync(new ArticleFilter(query.Site, words, query.State, query.Kind, query.Category, query.Byline,
            string.IsNullOrWhiteSpace(query.Tag) ? null : query.Tag.Trim(), query.Origin, query.Mine ? acting.Me.Value : null, query.After, size + 1), ct);
        var shown = rows.Take(size).ToList();
        var next = rows.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].Rank:R}_{shown[^1].ChangedAt.UtcTicks}_{shown[^1].Id.Value:N}") : null;
        var mine = await roles.OfAsync(acting.Me, ct);
        return new ArticleList(new Page<ArticleRow>(shown, next), await db.CategoriesOfAsync(query.Site, ct), await db.BylinesOfAsync(query.Site, ct), mine!.May(Permission.Write, query.Site));
    }
}

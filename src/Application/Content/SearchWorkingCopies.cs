using System.Globalization;
using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>An agent looks for articles of its site, drafts among them, best match first; without words the last changed first. Twenty at a time, by key. Error: a search over 200 characters.</summary>
[Requires(Permission.PreviewAsAgent)]
public sealed record SearchWorkingCopies(SiteId Site, string Query, string? After) : IQuery<Page<FoundWorkingCopy>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="Passage">What was found, as plain text; null without words.</param>
public sealed record FoundWorkingCopy(ArticleId Id, string Title, ArticleKind Kind, ListedState State, int Words, DateTimeOffset ChangedAt, string? Passage);

internal sealed class SearchWorkingCopiesValidator : AbstractValidator<SearchWorkingCopies>
{
    public SearchWorkingCopiesValidator()
    {
        RuleFor(q => q.Query).Text("The search", 200);
        RuleFor(q => q.After).Must(a => a is null || (a.Length <= 200 && !PlainText.HasForbidden(a))).WithErrorCode("after.malformed").WithMessage("This is no place of a list. Begin without one.");
    }
}

internal sealed class SearchWorkingCopiesHandler(IArticleSearch search) : IQueryHandler<SearchWorkingCopies, Page<FoundWorkingCopy>>
{
    private const int PageSize = 20;

    public async Task<Result<Page<FoundWorkingCopy>>> Handle(SearchWorkingCopies query, CancellationToken ct)
    {
        var words = string.IsNullOrWhiteSpace(query.Query) ? null : query.Query.Trim();
        var rows = await search.ListAsync(new ArticleFilter(query.Site, words, ListedState.Any, null, null, null, null, ListedOrigin.Any, null, query.After, PageSize + 1), ct);
        var shown = rows.Take(PageSize).ToList();
        return new Page<FoundWorkingCopy>(
            [.. shown.Select(r => new FoundWorkingCopy(r.Id, r.Title, r.Kind, r.Shown, r.Figures.Words, r.ChangedAt, r.Snippet?.Replace("\uE000", "", StringComparison.Ordinal).Replace("\uE001", "", StringComparison.Ordinal)))],
            rows.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].Rank:R}_{shown[^1].ChangedAt.UtcTicks}_{shown[^1].Id.Value:N}") : null);
    }
}

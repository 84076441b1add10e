using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>
/// A program lists the articles of its site, drafts among them, last changed first; with words the best match first with the passage found. By key. What is in the bin is not among them.
/// Errors: limits, <c>category.unknown</c>, <c>author.unknown</c> (Invalid).
/// </summary>
/// <param name="Category">A slug of the site.</param>
/// <param name="Author">A byline's slug.</param>
/// <param name="Size">1 to 100.</param>
[Requires(Permission.PreviewAsAgent)]
public sealed record ListManagedArticles(SiteId Site, string? Query, ListedState State, ArticleKind? Kind, string? Category, string? Author, string? Tag, ArticlePlace? After, int Size)
    : IQuery<ManagedPage>, IAbout<SiteId>
{
    public const int MaxSize = 100;
    public SiteId About => Site;
}

/// <summary>A row's place in the list: its rank (0 without words), when it changed, its id.</summary>
public sealed record ArticlePlace(double Rank, DateTimeOffset At, Guid Id);

/// <summary>One page of rows; <paramref name="Next"/> is the place to go on from, null at the end.</summary>
public sealed record ManagedPage(IReadOnlyList<ManagedRow> Rows, ArticlePlace? Next);

/// <param name="Passage">What was found, as plain text; null without words.</param>
/// <param name="Version">The article's entity tag.</param>
public sealed record ManagedRow(ArticleId Id, int Version, string Title, string Slug, ArticleKind Kind, ListedState State, int LastRevision, int? LiveRevision, int? Score, int Words,
    DateTimeOffset? ScheduledFor, DateTimeOffset ChangedAt, DoneBy ChangedBy, string? Passage);

internal sealed class ListManagedArticlesValidator : AbstractValidator<ListManagedArticles>
{
    public ListManagedArticlesValidator()
    {
        RuleFor(q => q.Query ?? "").Text("The search", 200).OverridePropertyName("q");
        RuleFor(q => q.Tag ?? "").Text("A tag", ArticleContent.MaxTag).OverridePropertyName("tag");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Size).InclusiveBetween(1, ListManagedArticles.MaxSize);
    }
}

internal sealed class ListManagedArticlesHandler(IQuestDb db, IArticleSearch search) : IQueryHandler<ListManagedArticles, ManagedPage>
{
    public async Task<Result<ManagedPage>> Handle(ListManagedArticles query, CancellationToken ct)
    {
        CategoryId? category = query.Category is null ? null : await db.Categories.AsNoTracking().Where(c => c.Site == query.Site && c.Slug == query.Category).Select(c => (CategoryId?)c.Id).FirstOrDefaultAsync(ct);
        if (query.Category is not null && category is null) return Error.Field("category", "category.unknown", "The site has no category with this slug.");
        BylineId? byline = query.Author is null ? null : await db.Bylines.AsNoTracking().Where(b => b.Site == query.Site && b.Slug == query.Author).Select(b => (BylineId?)b.Id).FirstOrDefaultAsync(ct);
        if (query.Author is not null && byline is null) return Error.Field("author", "author.unknown", "The site has no byline with this slug.");

        var words = string.IsNullOrWhiteSpace(query.Query) ? null : query.Query.Trim();
        var after = query.After is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place.Rank:R}_{place.At.UtcTicks}_{place.Id:N}") : null;
        var rows = await search.ListAsync(new ArticleFilter(query.Site, words, query.State, query.Kind, category, byline, string.IsNullOrWhiteSpace(query.Tag) ? null : query.Tag.Trim(), ListedOrigin.Any, null, after, query.Size + 1), ct);
        var shown = rows.Take(query.Size).ToList();
        return new ManagedPage(
            [.. shown.Select(r => new ManagedRow(r.Id, r.Version, r.Title, r.Slug, r.Kind, r.Shown, r.LastRevision, r.LiveRevision, r.Score, r.Figures.Words, r.ScheduledFor, r.ChangedAt,
                new DoneBy(r.ChangedByName, r.IsProgram), r.Snippet?.Replace("\uE000", "", StringComparison.Ordinal).Replace("\uE001", "", StringComparison.Ordinal)))],
            rows.Count > query.Size ? new ArticlePlace(shown[^1].Rank, shown[^1].ChangedAt, shown[^1].Id.Value) : null);
    }
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>A name to choose.</summary>
public sealed record Choice<TId>(TId Id, string Name);

/// <summary>What a site has to choose from, by name.</summary>
internal static class Choices
{
    public static Task<List<Choice<CategoryId>>> CategoriesOfAsync(this IQuestDb db, SiteId site, CancellationToken ct) =>
        db.Categories.AsNoTracking().Where(c => c.Site == site).OrderBy(c => c.Name).Select(c => new Choice<CategoryId>(c.Id, c.Name)).ToListAsync(ct);

    public static Task<List<Choice<BylineId>>> BylinesOfAsync(this IQuestDb db, SiteId site, CancellationToken ct) =>
        db.Bylines.AsNoTracking().Where(b => b.Site == site).OrderBy(b => b.Name).Select(b => new Choice<BylineId>(b.Id, b.Name)).ToListAsync(ct);
}

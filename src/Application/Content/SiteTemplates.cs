using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>Templates as a site has them: its own where an administrator changed them, else the house's.</summary>
internal static class SiteTemplates
{
    public static async Task<Template> TemplateOfAsync(this IQuestDb db, SiteId site, ArticleKind kind, CancellationToken ct) =>
        await db.SiteTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Site == site && t.Kind == kind, ct) is { } own ? own.AsTemplate() : Template.Of(kind);

    /// <summary>One for each kind, in the order of the kinds.</summary>
    public static async Task<IReadOnlyList<Template>> TemplatesOfAsync(this IQuestDb db, SiteId site, CancellationToken ct)
    {
        var own = await db.SiteTemplates.AsNoTracking().Where(t => t.Site == site).ToListAsync(ct);
        return [.. Enum.GetValues<ArticleKind>().Select(kind => own.Find(t => t.Kind == kind)?.AsTemplate() ?? Template.Of(kind))];
    }
}

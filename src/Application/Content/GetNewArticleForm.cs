using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>What can be chosen for a new article on a site.</summary>
[Requires(Permission.Write)]
public sealed record GetNewArticleForm(SiteId Site) : IQuery<NewArticleForm>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>The site's shelves, bylines and templates; the person's own byline, when there is one, is preselected.</summary>
public sealed record NewArticleForm(string SiteName, IReadOnlyList<Choice<CategoryId>> Categories, IReadOnlyList<Choice<BylineId>> Bylines, BylineId? Mine, IReadOnlyList<Template> Templates);

internal sealed class GetNewArticleFormHandler(IQuestDb db, Acting acting) : IQueryHandler<GetNewArticleForm, NewArticleForm>
{
    public async Task<Result<NewArticleForm>> Handle(GetNewArticleForm query, CancellationToken ct)
    {
        var name = await db.Sites.AsNoTracking().Where(s => s.Id == query.Site).Select(s => s.Name).FirstOrDefaultAsync(ct);
        if (name is null) return CommonErrors.NotFound;
        var bylines = await db.BylinesOfAsync(query.Site, ct);
        var me = acting.Me;
        var mine = await db.Bylines.AsNoTracking().Where(b => b.Site == query.Site && b.Person == me).OrderBy(b => b.Name).Select(b => (BylineId?)b.Id).FirstOrDefaultAsync(ct);
        return new NewArticleForm(name, await db.CategoriesOfAsync(query.Site, ct), bylines, mine ?? (bylines.Count == 1 ? bylines[0].Id : null), await db.TemplatesOfAsync(query.Site, ct));
    }
}

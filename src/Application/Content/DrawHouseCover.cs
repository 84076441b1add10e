using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>The house cover of an article as it would be taken now, a PNG; nothing is stored. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record DrawHouseCover(ArticleId Article) : IQuery<byte[]>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class DrawHouseCoverHandler(IQuestDb db, IHouseCover cover) : IQueryHandler<DrawHouseCover, byte[]>
{
    public async Task<Result<byte[]>> Handle(DrawHouseCover query, CancellationToken ct)
    {
        var found = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article).Join(db.Sites, a => a.Site, s => s.Id, (a, s) => new { a.Working.Title, s.Name, s.Slug }).FirstOrDefaultAsync(ct);
        return found is null ? ArticleErrors.NotFound : await cover.DrawAsync(new CoverWords(query.Article.ToString(), found.Title, found.Name, found.Slug), ct);
    }
}

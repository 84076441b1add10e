using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>An agent reads the revision that readers see, as Markdown. What readers don't see is not there. Error: NotFound.</summary>
[Requires(Permission.ReadAsAgent)]
public sealed record ReadLiveText(ArticleId Article) : IQuery<LiveText>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

public sealed record LiveText(ArticleId Id, string Title, string Summary, string Body, ArticleKind Kind, string[] Tags, DateTimeOffset FrozenAt);

internal sealed class ReadLiveTextHandler(IQuestDb db) : IQueryHandler<ReadLiveText, LiveText>
{
    public async Task<Result<LiveText>> Handle(ReadLiveText query, CancellationToken ct)
    {
        var live = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article && a.BinnedAt == null).Select(a => a.LiveRevision).FirstOrDefaultAsync(ct);
        if (live is null) return ArticleErrors.NotFound;
        return await db.Revisions.AsNoTracking().Where(r => r.Article == query.Article && r.Number == live)
            .Select(r => new LiveText(r.Article, r.Content.Title, r.Content.Summary, r.Content.Body, r.Content.Kind, r.Content.Tags, r.FrozenAt)).FirstAsync(ct);
    }
}

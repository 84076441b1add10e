using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>An agent reads the working copy of an article of its site, as Markdown. What lies in the bin is not there. Error: NotFound.</summary>
[Requires(Permission.PreviewAsAgent)]
public sealed record ReadWorkingCopy(ArticleId Article) : IQuery<WorkingCopyText>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <param name="Version">Counts saves: another one is another text.</param>
/// <param name="IsLive">Readers see a revision of it.</param>
public sealed record WorkingCopyText(ArticleId Id, string Title, string Summary, string Body, ArticleKind Kind, string[] Tags, WorkingState State, bool IsLive, int Version, DateTimeOffset ChangedAt);

internal sealed class ReadWorkingCopyHandler(IQuestDb db) : IQueryHandler<ReadWorkingCopy, WorkingCopyText>
{
    public async Task<Result<WorkingCopyText>> Handle(ReadWorkingCopy query, CancellationToken ct) =>
        await db.Articles.AsNoTracking().Where(a => a.Id == query.Article && a.BinnedAt == null)
            .Select(a => new WorkingCopyText(a.Id, a.Working.Title, a.Working.Summary, a.Working.Body, a.Working.Kind, a.Working.Tags, a.State, a.LiveRevision != null, a.WorkingVersion, a.ChangedAt)).FirstOrDefaultAsync(ct) is { } found
            ? found : ArticleErrors.NotFound;
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>Two versions of one text: what this person typed on an older version, what was saved meanwhile, and both laid over each other. Error: NotFound when nothing is kept.</summary>
[Requires(Permission.Write)]
public sealed record GetConflict(ArticleId Article) : IQuery<Conflict>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>Mine and theirs; nothing is lost until the person decides.</summary>
public sealed record Conflict(ArticleId Article, string Title, ArticleContent Mine, ArticleContent Theirs, int TheirVersion, string TheirWriter, DateTimeOffset TheirTime,
    DateTimeOffset MyTime, TextDifference Difference);

internal sealed class GetConflictHandler(IQuestDb db, Acting acting) : IQueryHandler<GetConflict, Conflict>
{
    public async Task<Result<Conflict>> Handle(GetConflict query, CancellationToken ct)
    {
        var mine = await db.SideCopies.AsNoTracking().FirstOrDefaultAsync(s => s.Article == query.Article && s.Person == acting.Me, ct);
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Article, ct);
        if (mine is null || article is null) return Error.NotFound("conflict.none", "Nothing is kept here: there is only one version of this text.");
        var writer = (await NamesOfDoers.ReadAsync(db, [article.WhoWroteLast()], ct)).Of(article.WhoWroteLast())?.Name;
        return new Conflict(article.Id, article.Working.ShownTitle, mine.Content, article.Working, article.WorkingVersion, writer ?? article.Agent?.Name ?? "Somebody", article.ChangedAt, mine.KeptAt,
            TextDifference.Between(article.Working, mine.Content));
    }
}

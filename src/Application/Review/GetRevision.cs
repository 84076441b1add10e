using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>A program reads one revision of an article of its site, as it was frozen. Error: <c>revision.not_found</c>.</summary>
[Requires(Permission.PreviewAsAgent)]
public sealed record GetRevision(ArticleId Article, int Number) : IQuery<RevisionRead>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>What is told of it, and its words.</summary>
public sealed record RevisionRead(RevisionTold Told, string Locale, ArticleText Text);

internal sealed class GetRevisionHandler(IQuestDb db) : IQueryHandler<GetRevision, RevisionRead>
{
    public async Task<Result<RevisionRead>> Handle(GetRevision query, CancellationToken ct)
    {
        var r = await db.Revisions.AsNoTracking().Where(r => r.Article == query.Article && r.Number == query.Number)
            .Select(r => new { r.Number, r.Occasion, r.Origin, r.BasedOn, r.FrozenBy, r.FrozenByKey, r.FrozenAt, r.Figures, r.Locale, r.Content }).FirstOrDefaultAsync(ct);
        if (r is null) return ArticleErrors.NoSuchRevision;
        var names = await NamesOfDoers.ReadAsync(db, [Who.Of(r.FrozenBy, r.FrozenByKey)], ct);
        var decisions = await DecisionsOnRevisions.ReadAsync(db, query.Article, [r.Number], ct);
        return new RevisionRead(new RevisionTold(r.Number, r.Occasion, r.Origin, r.BasedOn, names.Of(r.FrozenBy, r.FrozenByKey), r.FrozenAt, r.Figures, decisions.GetValueOrDefault(r.Number)), r.Locale, await ManagedText.OfAsync(db, r.Content, ct));
    }
}

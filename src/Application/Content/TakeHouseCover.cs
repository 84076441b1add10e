using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Content;

/// <summary>
/// A writer takes the house cover: it is drawn from the title as it stands, added to the library and put on the newest working copy; nothing else changes. No model has a part in
/// it. Errors: <c>title.missing</c>, <c>article.frozen</c>, archive, bin.
/// </summary>
[Requires(Permission.Write)]
public sealed record TakeHouseCover(ArticleId Article) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class TakeHouseCoverHandler(IQuestDb db, Acting acting, IHouseCover cover, AssetKeeper assets, TypedTextKeeper keeper, TimeProvider clock) : ICommandHandler<TakeHouseCover>
{
    private static readonly Error NoTitle = Error.Invalid("title.missing", "A house cover is drawn from the title. Give the article one first.");

    public async Task<Result> Handle(TakeHouseCover command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.Working.Title.Length == 0) return NoTitle;
        if (article.State == WorkingState.InReview) return ArticleErrors.Frozen; // before anything is drawn

        var now = clock.GetUtcNow();
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == article.Site).Select(s => new { s.Name, s.Slug }).FirstAsync(ct);
        var drawn = await cover.DrawAsync(new CoverWords(article.Id.ToString(), article.Working.Title, site.Name, site.Slug), ct);
        var added = await assets.AddAsync(new NewAsset(AssetId.New(now), article.Site, "house-cover.png", drawn, Making.DrawnByTheHouse, acting.Me)
        {
            AltText = $"A geometric drawing in the colours of {site.Name}, with the title “{article.Working.Title}”",
        }, now, ct);
        if (added.Error is { } hostile) return hostile;
        if (await keeper.PutAsync(article, new TypedText(article.Working with { Cover = added.Value.Id }, article.WorkingVersion, null, []), now, ct) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

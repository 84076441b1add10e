using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>Deletes for ever the article that lies in a bin longest, once that is 30 days. True when there was one: the worker asks again. Safe to run at once from several processes.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record EmptyBin : ICommand<bool>;

internal sealed class EmptyBinHandler(IQuestDb db, ArticleEnd end, TimeProvider clock) : ICommandHandler<EmptyBin, bool>
{
    public async Task<Result<bool>> Handle(EmptyBin command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = now - Article.KeptInBin;
        var article = await db.Articles.Where(a => a.BinnedAt < over && a.DeletedAt == null).OrderBy(a => a.BinnedAt).FirstOrDefaultAsync(ct);
        if (article is null) return false;
        if ((await end.PrepareAsync(article, null, now, ct)).Error is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return true;
    }
}

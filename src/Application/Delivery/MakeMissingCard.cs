using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Makes the provenance card of the next published article that has none of its publication (it was published before there were cards), or one whose key was revoked. The answer is that article,
/// for the worker to go on behind it; null when there is none. What was published without a seal that fits is passed by. Readers are told when a site has all of its cards.
/// Safe to run at once from several processes.
/// </summary>
/// <param name="After">The article the last one made was about; null at the beginning.</param>
[Requires(Permission.RunBackgroundWork)]
public sealed record MakeMissingCard(ArticleId? After = null) : ICommand<ArticleId?>;

/// <summary>Which cards are missing; asked where the tables are, past the rows' long texts.</summary>
public interface IMissingCards
{
    /// <summary>The next article without a good card in the order of ids.</summary>
    Task<ArticleId?> NextAsync(ArticleId? after, CancellationToken ct);

    /// <summary>Whether an article of the same site behind it lacks one.</summary>
    Task<bool> AnyBehindAsync(ArticleId article, CancellationToken ct);
}

internal sealed class MakeMissingCardHandler(IQuestDb db, IMissingCards missing, Publisher publisher, Provenance provenance, EventOutbox outbox, TimeProvider clock) : ICommandHandler<MakeMissingCard, ArticleId?>
{
    public async Task<Result<ArticleId?>> Handle(MakeMissingCard command, CancellationToken ct)
    {
        if (await missing.NextAsync(command.After, ct) is not { } next) return (ArticleId?)null;
        var row = await db.PublishedArticles.AsNoTracking().FirstOrDefaultAsync(p => p.Article == next, ct);
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == next, ct);
        if (row is null || article is null || (await publisher.SealedAsync(article, row.Revision, ct)) is not { Error: null } found) return (ArticleId?)next;
        var facts = await PublishedFacts.ReadAsync(db, found.Value.Revision, found.Value.Decision, ct);
        await provenance.TellAsync(row, found.Value.Revision, found.Value.Decision, facts, row.Shown.Html, ct);
        // What is kept of the site was made without its cards.
        if (!await missing.AnyBehindAsync(next, ct)) await outbox.AddAsync(DeliveryEvent.TellSite(await db.PublishedSites.AsNoTracking().FirstAsync(s => s.Id == row.Site, ct), ["provenance"], clock.GetUtcNow()), ct);
        await db.SaveChangesAsync(ct);
        return (ArticleId?)next;
    }
}

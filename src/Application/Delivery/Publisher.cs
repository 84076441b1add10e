using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Makes a sealed revision what readers see: checks the seal, renders, serialises and hashes, and puts row, event and former address into the one
/// save of whoever calls (now, at a time, or a takeover). It saves nothing itself.
/// </summary>
internal sealed class Publisher(IQuestDb db, IRenderer renderer, PublishedPictures pictures, Provenance provenance, EventOutbox outbox, ISecurityLog security)
{
    /// <summary>The revision with the approval whose seal it bears; what may be planned or shown. Errors: no such revision, not approved, seal broken.</summary>
    public async Task<Result<(Revision Revision, Decision Decision)>> SealedAsync(Article article, int number, CancellationToken ct)
    {
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Article == article.Id && r.Number == number, ct);
        if (revision is null) return ArticleErrors.NoSuchRevision;
        var decision = await db.Decisions.AsNoTracking().Where(d => d.Article == article.Id && d.Revision == number && d.Verdict == Verdict.Approved)
            .OrderByDescending(d => d.DecidedAt).FirstOrDefaultAsync(ct);
        if (decision is null) return DeliveryErrors.NotApproved;
        return IsSealed(revision, decision) ? (revision, decision) : await BrokenAsync(article, number, ct);
    }

    /// <param name="by">Null when a schedule's time came.</param>
    public async Task<Result> PublishAsync(Article article, int number, PersonId? by, DateTimeOffset now, CancellationToken ct)
    {
        var found = await SealedAsync(article, number, ct);
        return found.Error is { } error ? error : await PublishAsync(article, found.Value.Revision, found.Value.Decision, by, now, ct);
    }

    /// <param name="by">Null when a schedule's time came.</param>
    /// <param name="firstPublishedAt">When readers saw it first, elsewhere, for a takeover; ignored once the article has such a date. Null: now.</param>
    public async Task<Result> PublishAsync(Article article, Revision revision, Decision decision, PersonId? by, DateTimeOffset now, CancellationToken ct,
        DateTimeOffset? firstPublishedAt = null)
    {
        if (!IsSealed(revision, decision)) return await BrokenAsync(article, revision.Number, ct);
        var slug = revision.Content.Slug.Length > 0 ? revision.Content.Slug : Slug.From(revision.Content.Title);
        if (await db.PublishedArticles.AnyAsync(p => p.Site == article.Site && p.Slug == slug && p.Article != article.Id, ct)) return ArticleErrors.SlugTaken(slug);
        var rendered = await renderer.RenderAsync(revision.Content.Body, ct);
        if (rendered.Error is { } error) return error;
        var shown = await pictures.ShowAsync(article.Id, revision, ct);
        if (shown.Error is { } unshown) return unshown;
        var html = PictureMarkup.Dress(rendered.Value.Html, shown.Value);

        var existing = await db.PublishedArticles.FirstOrDefaultAsync(p => p.Article == article.Id, ct);
        if (article.GoLive(revision.Number, firstPublishedAt ?? now).Error is { } closed) return closed;
        var row = existing ?? PublishedArticle.First(article.Id, article.Site, article.Locale, await VersionAsync(article.Id, ct), article.FirstPublishedAt ?? now);
        if (existing is null) db.PublishedArticles.Add(row);
        else row.CountAnother();
        var facts = await PublishedFacts.ReadAsync(db, revision, decision, ct);
        var before = existing?.Shown.Json;
        var former = row.Show(slug, revision.Number, ReadyForms.Make(row, slug, revision, decision, facts, new ReadyBody(html, rendered.Value.PlainText, renderer.Version), ReadyPictures.Of(shown.Value), now), now);

        await provenance.TellAsync(row, revision, decision, facts, html, ct);
        var tags = PublishedFields.CacheTags(before, row.Shown.Json);
        await outbox.AddAsync(DeliveryEvent.Tell(existing is null ? DeliveryEvent.Published : DeliveryEvent.Updated, row, former, now, PublishedFields.Changed(before, row.Shown.Json), tags), ct);
        // Ids rise with their instant, so that the second event of one save gets the later sequence.
        if (former is not null) await outbox.AddAsync(DeliveryEvent.Tell(DeliveryEvent.SlugChanged, row, former, now.AddMilliseconds(1), ["slug"], tags), ct);
        await MoveSlugsAsync(row, former, ct);
        article.TellPublished(revision.Number, by);
        return Result.Done;
    }

    // Somebody must look at it: it stands in the trail, and an alert is made of it.
    private async Task<Error> BrokenAsync(Article article, int number, CancellationToken ct)
    {
        await security.NoteAsync(new SealMismatched(article.Site, article.Id, number), ct);
        return DeliveryErrors.SealBroken;
    }

    /// <summary>The revision is byte for byte what was approved.</summary>
    public static bool IsSealed(Revision revision, Decision decision) => CryptographicOperations.FixedTimeEquals(decision.Seal, CanonicalForm.Hash(revision));

    // After an unpublication the row is gone; its count goes on where the log left it.
    private async Task<int> VersionAsync(ArticleId article, CancellationToken ct) =>
        1 + await db.DeliveryEvents.Where(e => e.Article == article).MaxAsync(e => (int?)e.Version, ct) ?? 1;

    private async Task MoveSlugsAsync(PublishedArticle row, string? former, CancellationToken ct)
    {
        if (await db.FormerSlugs.FirstOrDefaultAsync(f => f.Site == row.Site && f.Slug == row.Slug, ct) is { } taken) db.FormerSlugs.Remove(taken);
        if (former is not null && !await db.FormerSlugs.AnyAsync(f => f.Site == row.Site && f.Slug == former, ct)) db.FormerSlugs.Add(FormerSlug.Of(row.Site, former, row.Article));
    }
}

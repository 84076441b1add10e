using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>Notes what readers see from now on and makes its signed card, in the save of whoever publishes; it saves nothing itself.</summary>
internal sealed class Provenance(IQuestDb db, ICardOrigins origins, ICardSigner signer, TimeProvider clock)
{
    /// <param name="row">As it is shown now.</param>
    /// <param name="html">Its body, as the API answers it.</param>
    public async Task TellAsync(PublishedArticle row, Revision revision, Decision decision, PublishedFacts facts, string html, CancellationToken ct)
    {
        var card = await CardFacts.ReadAsync(db, origins, revision, row.UpdatedAt, ct);
        if (card.Editions.All(e => e.Version != row.Version)) card = card with { Editions = [.. card.Editions, await NoteAsync(row, revision, card.Editions is [.., var last] ? last : null, ct)] };
        var now = clock.GetUtcNow();
        var payload = CardJson.Payload(row, revision, decision, facts, card, html, now);
        var signed = await signer.SignAsync(payload, ct);
        var told = await db.ProvenanceCards.FirstOrDefaultAsync(c => c.Article == row.Article, ct);
        if (told is null) db.ProvenanceCards.Add(told = ProvenanceCard.Of(row.Article));
        told.Tell(row.Version, signed.Key, CardJson.Answer(payload, signed));
    }

    private async Task<Edition> NoteAsync(PublishedArticle row, Revision revision, Edition? last, CancellationToken ct)
    {
        var older = last is null ? null : last.Revision == revision.Number ? revision.Content
            : await db.Revisions.AsNoTracking().Where(r => r.Article == row.Article && r.Number == last.Revision).Select(r => r.Content).FirstOrDefaultAsync(ct);
        var edition = Edition.Of(row, row.UpdatedAt, older is null ? null : last!.Revision, older is null ? null : EditionChange.Between(older, revision.Content));
        db.Editions.Add(edition);
        return edition;
    }
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>Words of one sort of hand in a published text. <paramref name="Kind"/>: person, model, program, import, template.</summary>
/// <param name="Model">The model's name; null for other hands, and where it is not known any more.</param>
/// <param name="Prompts">Name and version, as <c>draft/1</c>.</param>
internal sealed record CardHand(string Kind, string? Model, int Words, int Pasted, IReadOnlyList<string> Prompts);

/// <param name="Source">An address anyone can open; null where it is none.</param>
internal sealed record CardClaim(string Sentence, string? Source, DateTimeOffset CheckedAt, DateOnly? HoldsUntil);

/// <param name="Model">Null where it is not known.</param>
internal sealed record CardPicture(Guid Id, bool IsCover, string AltText, string? Model);

/// <summary>What a card tells beside the article itself, read once at publishing. No person is named in it, and nobody's id or address.</summary>
internal sealed record CardFacts(IReadOnlyList<CardHand> Hands, IReadOnlyList<CardSource> Sources, int ClaimsFound, IReadOnlyList<CardClaim> Verified, IReadOnlyList<CardPicture> Pictures, IReadOnlyList<Edition> Editions)
{
    private const int MostSources = 20;

    public static async Task<CardFacts> ReadAsync(IQuestDb db, ICardOrigins origins, Revision revision, DateTimeOffset now, CancellationToken ct)
    {
        var asked = revision.Authorship.Origins.Where(o => o is { Kind: OriginKind.Generation, Who: not null }).Select(o => o.Who!.Value).Distinct().ToArray();
        var (models, sources) = asked.Length == 0 ? CardOrigins.None : await origins.OfAsync(asked, ct);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var claims = await db.Claims.AsNoTracking().Where(c => c.Article == revision.Article && c.Revisions.Contains(revision.Number) && c.State != ClaimState.NoClaim).OrderBy(c => c.FoundAt).ToListAsync(ct);
        var editions = await db.Editions.AsNoTracking().Where(e => e.Article == revision.Article).OrderBy(e => e.Version).ToListAsync(ct);
        return new CardFacts(HandsIn(revision.Authorship, models),
            [.. sources.Select(s => s with { Address = PublicSource.Of(s.Address) ?? "" }).Where(s => s.Address.Length > 0).DistinctBy(s => s.Address).Take(MostSources)], claims.Count,
            [.. claims.Where(c => c.State == ClaimState.Verified && !c.HasExpiredOn(today)).Select(c => new CardClaim(ClaimText.Shown(c.Sentence), PublicSource.Of(c.Source), c.CheckedAt ?? now, c.HoldsUntil))], await PicturesAsync(db, revision, ct), editions);
    }

    private static async Task<IReadOnlyList<CardPicture>> PicturesAsync(IQuestDb db, Revision revision, CancellationToken ct)
    {
        var shown = revision.Pictures.Select(p => p.Asset).ToArray();
        if (shown.Length == 0) return [];
        var made = await db.Assets.AsNoTracking().Where(a => a.Site == revision.Site && shown.Contains(a.Id) && a.Making.IsAi).Select(a => new { a.Id, a.Making.Model }).ToDictionaryAsync(a => a.Id, a => a.Model, ct);
        return [.. revision.Pictures.Where(p => made.ContainsKey(p.Asset)).Select(p => new CardPicture(p.Asset.Value, p.Asset == revision.Content.Cover, p.AltText, made[p.Asset]))];
    }

    /// <summary>The words of a text by their hands, most words first. A person is one sort of hand, whoever it was.</summary>
    internal static IReadOnlyList<CardHand> HandsIn(Authorship authorship, IReadOnlyDictionary<Guid, CardModel> models) =>
    [
        .. from runs in authorship.Runs.Values
           from run in runs
           let origin = authorship.Origins[run.Origin]
           let made = origin is { Kind: OriginKind.Generation, Who: { } who } ? models.GetValueOrDefault(who) : null
           group (run.Words, origin.Pasted, made?.Prompt) by (Kind: NameOf(origin.Kind), made?.Model) into hand
           let words = hand.Sum(h => h.Words)
           orderby words descending, hand.Key.Kind, hand.Key.Model
           select new CardHand(hand.Key.Kind, hand.Key.Model, words, hand.Where(h => h.Pasted).Sum(h => h.Words), [.. hand.Select(h => h.Prompt).OfType<string>().Distinct().Order(StringComparer.Ordinal)]),
    ];

    // Written out, so that renaming an enum member can never change a card.
    private static string NameOf(OriginKind kind) => kind switch
    {
        OriginKind.Person => "person",
        OriginKind.Generation => "model",
        OriginKind.Agent => "program",
        OriginKind.Import => "import",
        OriginKind.Template => "template",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

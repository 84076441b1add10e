using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A provenance card in its two forms: the payload that is signed, and the answer of the API, which is a JWS in flattened JSON (RFC 7515, 7.2.2) with the card beside it for those who only
/// read. docs/provenance.md says what each field tells; fields are added, never changed.
/// </summary>
internal static class CardJson
{
    public const string Form = "quest-provenance-1";
    private const int MostClaims = 30;
    private const int MostCorrections = 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="html">The body as the API answers it.</param>
    /// <param name="now">When it is signed.</param>
    public static byte[] Payload(PublishedArticle row, Revision revision, Decision decision, PublishedFacts facts, CardFacts card, string html, DateTimeOffset now)
    {
        var (content, corrections) = (revision.Content, card.Editions.Where(e => e.IsCorrection).ToList());
        var words = card.Hands.Sum(h => h.Words);
        var shares = revision.Authorship.Shares(content);
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
        {
            ["form"] = Form,
            ["article"] = new
            {
                id = row.Article.Value,
                site = facts.SiteSlug,
                slug = row.Slug,
                locale = revision.Locale,
                kind = content.Kind.ToString().ToLowerInvariant(),
                title = content.Title,
                summary = content.Summary,
                version = row.Version,
                revision = revision.Number,
                publishedAt = Time(row.PublishedAt),
                updatedAt = Time(row.UpdatedAt),
            },
            ["hashes"] = new { seal = Convert.ToHexStringLower(decision.Seal), sealForm = decision.SealVersion, html = Hash(html), markdown = Hash(content.Body) },
            ["authors"] = facts.Authors.Select(a => new { slug = a.Slug, name = a.Name }),
            ["review"] = new
            {
                kind = decision.Kind == DecisionKind.Review ? "review" : "taken_over",
                score = decision.Score,
                approvedAt = Time(decision.DecidedAt),
                reviewers = facts.Reviewers,
            },
            ["words"] = new
            {
                total = words,
                byHand = card.Hands.Select(h => new { kind = h.Kind, model = h.Model, words = h.Words, share = Share(h.Words, words), pasted = h.Pasted, prompts = h.Prompts }),
                asTheyStand = new { machine = shares.Machine, edited = shares.Edited, people = shares.People, pasted = shares.Pasted },
            },
            ["sources"] = card.Sources.Select(s => new { address = s.Address, title = s.Title, readAt = Time(s.ReadAt) }),
            ["claims"] = new
            {
                found = card.ClaimsFound,
                verified = card.Verified.Count,
                list = card.Verified.Take(MostClaims).Select(c => new { sentence = c.Sentence, source = c.Source, checkedAt = Time(c.CheckedAt), holdsUntil = c.HoldsUntil?.ToString("yyyy-MM-dd") }),
            },
            ["corrections"] = new
            {
                knownSince = card.Editions.Count == 0 ? Time(row.UpdatedAt) : Time(card.Editions[0].At),
                count = corrections.Count,
                list = corrections.AsEnumerable().Reverse().Take(MostCorrections).Select(c => new
                {
                    version = c.Version,
                    at = Time(c.At),
                    what = c.Change.Say(),
                    fields = c.Fields,
                    sentencesNew = c.SentencesNew,
                    sentencesGone = c.SentencesGone,
                    revision = c.Revision,
                    before = c.Before,
                }),
            },
            ["pictures"] = card.Pictures.Select(p => new { id = p.Id, cover = p.IsCover, alt = p.AltText, model = p.Model }),
            ["signedAt"] = Time(now),
            ["keys"] = "/api/v1/provenance/keys",
        }, Options);
    }

    public static SignedCard Answer(byte[] payload, SignedPayload signed)
    {
        using var json = new MemoryStream(payload.Length * 3);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("card");
            writer.WriteRawValue(payload);
            writer.WriteString("payload", signed.Payload);
            writer.WriteString("protected", signed.Protected);
            writer.WriteString("signature", signed.Signature);
            writer.WriteEndObject();
        }
        var bytes = json.ToArray();
        var (brotli, gzip) = (Compressed.Brotli(bytes, Compressed.Once), Compressed.Gzip(bytes, Compressed.Once));
        return new SignedCard
        {
            Json = Encoding.UTF8.GetString(bytes),
            JsonTag = Compressed.TagOf(bytes),
            JsonBrotli = brotli,
            JsonBrotliTag = Compressed.TagOf(brotli),
            JsonGzip = gzip,
            JsonGzipTag = Compressed.TagOf(gzip),
        };
    }

    private static double Share(int words, int of) => of == 0 ? 0 : Math.Round((double)words / of, 3);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}

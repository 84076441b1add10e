using System.Text.Json.Nodes;
using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

/// <summary>Provenance cards and the keys that prove them.</summary>
internal static class ProvenanceOperations
{
    public static readonly Operation Card = new("getProvenance", "Articles", "Who wrote and reviewed an article, with what: signed")
    {
        Description = "A JSON Web Signature (RFC 7515, flattened; Ed25519 by RFC 8037) over the card, with the card beside it for those who only read. To be sure, check the signature with a key of `/provenance/keys` and read what stands in `payload`. It is made when the article is published and tells of that publication.",
        Parameters = [Parameters.Site, Parameters.Id, Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "The signed card.", "SignedCard") { Headers = ["Last-Modified"] }, [],
            Reply.Refused(404, "No published article of this site has this id; or it was published before there were cards and its own is being made.", "article.not_found", "site.not_found", "not_found", "provenance.not_made"),
            Reply.Refused(410, "It was live and is not; `replacement` says what stands in for it, or is null.", "article.gone")),
    };

    public static readonly Operation Keys = new("listProvenanceKeys", "Articles", "The keys that provenance cards are and were signed with")
    {
        Description = "A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). A key that signs no more stays here, so that every card that was ever given out can be checked.",
        Parameters = [Parameters.Known],
        Replies =
        [
            new Reply(200, "All keys, the newest first.", "ProvenanceKeys") { Headers = ["ETag", "Cache-Control"] }, new Reply(304, "The caller has it.") { Headers = ["ETag"] },
            Reply.Refused(400, "It takes no parameters.", "parameter.unknown"), Reply.Refused(503, "The database does not answer just now.", "database.away"),
        ],
    };

    public static readonly Dictionary<string, Func<JsonObject>> Schemas = new()
    {
        ["SignedCard"] = () => Thing("A JWS in flattened JSON; `card` is what its payload says.",
            ("card", Is("ProvenanceCard")), ("payload", Text("What is signed: the bytes of the card, in base64url.")), ("protected", Text("In base64url: alg (EdDSA), kid, typ.")), ("signature", Text("64 bytes of Ed25519 over protected, a full stop and payload, in base64url."))),
        ["ProvenanceCard"] = () => Thing("How a published article was made.",
            ("form", Choice(null, "quest-provenance-1")),
            ("article", Thing("What it is about.", ("id", Id()), ("site", Text()), ("slug", Text()), ("locale", Text("BCP 47.")), ("kind", Text()), ("title", Text()), ("summary", Text()), ("version", Whole("Which publication of the article.")), ("revision", Whole("Which revision readers see.")), ("publishedAt", Time()), ("updatedAt", Time()))),
            ("hashes", Thing("SHA-256, hexadecimal.", ("seal", Text("Over the canonical form of the revision, as it was approved.")), ("sealForm", Whole()), ("html", Text("Of the body that the API answers as HTML.")), ("markdown", Text("Of the body with `body=markdown`.")))),
            ("authors", Many(Is("Named"))),
            ("review", Thing("Who answers for it. What was taken over from elsewhere has no score and no reviewers.", ("kind", Choice(null, "review", "taken_over")), ("score", OrNull(Whole(null, 1, 10))), ("approvedAt", Time()), ("reviewers", Many(Text("A name."))))),
            ("words", Thing("Of title, summary, body and SEO fields, by the hand they came from.", ("total", Whole()), ("byHand", Many(Is("ProvenanceHand"), "Most words first.")),
                ("asTheyStand", Thing("Words of sentences: of a model and untouched, of a model and edited, of people, pasted by people.", ("machine", Whole()), ("edited", Whole()), ("people", Whole()), ("pasted", Whole()))))),
            ("sources", Many(Thing(null, ("address", Text(null, "uri")), ("title", Text()), ("readAt", Time())), "Pages that were read for what a model wrote.")),
            ("claims", Thing("Sentences in which something was to be checked.", ("found", Whole()), ("verified", Whole()),
                ("list", Many(Thing(null, ("sentence", Text()), ("source", OrNull(Text("Where it was looked up, if anyone can open it.", "uri"))), ("checkedAt", Time()), ("holdsUntil", OrNull(Text("The last day it counts.", "date")))), "Those verified, at most 30.")))),
            ("corrections", Thing("Publications in which title, summary or body differ from what readers saw before.", ("knownSince", Time()), ("count", Whole()), ("list", Many(Is("ProvenanceCorrection"), "The newest 20, newest first.")))),
            ("pictures", Many(Thing(null, ("id", Id()), ("cover", Flag()), ("alt", Text()), ("model", OrNull(Text()))), "Those that a model made.")),
            ("signedAt", Time()), ("keys", Text("Where the keys are, from the root of the house.", "uri-reference"))),
        ["ProvenanceHand"] = () => Thing(null, ("kind", Choice("model: Claude or another by its name; program: an agent of the site; people are named by their bylines alone.", "person", "model", "program", "import", "template")), ("model", OrNull(Text())), ("words", Whole()), ("share", Number("0 to 1.")),
            ("pasted", Whole("Of them, brought from outside.")), ("prompts", Many(Text("Name and version: draft/1.")))),
        ["ProvenanceCorrection"] = () => Thing("Known by comparing the two revisions that readers saw.", ("version", Whole()), ("at", Time()), ("what", Text("One sentence.")), ("fields", Many(Text())), ("sentencesNew", Whole()), ("sentencesGone", Whole()), ("revision", Whole()), ("before", Whole())),
        ["ProvenanceKeys"] = () => Thing(null, ("keys", Many(Thing("A key.", ("kty", Choice(null, "OKP")), ("crv", Choice(null, "Ed25519")), ("x", Text("32 bytes in base64url.")), ("kid", Text("Its RFC 7638 thumbprint.")), ("alg", Choice(null, "EdDSA")), ("use", Choice(null, "sig")),
            ("madeAt", Time()), ("retiredAt", OrNull(Time())), ("revokedAt", OrNull(Time())))))),
    };
}

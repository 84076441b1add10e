using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using NSec.Cryptography;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>Checks a provenance card of Quest. NSec.Cryptography is any library that knows Ed25519.</summary>
public static class QuestProvenance
{
    /// <param name="answer">What …/articles/{id}/provenance answered.</param>
    /// <param name="keys">What /api/v1/provenance/keys answered; keep it beside the card, and you need nobody to check it.</param>
    /// <returns>The card that was signed; null when anything is not as it was signed.</returns>
    public static JsonElement? Check(string answer, string keys)
    {
        try
        {
            var signed = JsonDocument.Parse(answer).RootElement;
            string Part(string name) => signed.GetProperty(name).GetString()!;
            var header = JsonDocument.Parse(Base64Url.DecodeFromChars(Part("protected"))).RootElement;
            var key = JsonDocument.Parse(keys).RootElement.GetProperty("keys").EnumerateArray().First(k => k.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
            var card = JsonDocument.Parse(Base64Url.DecodeFromChars(Part("payload"))).RootElement;
            // A stolen key can sign what it likes: nothing that was signed with it proves anything until it is signed anew.
            if (header.GetProperty("alg").GetString() != "EdDSA" || key.GetProperty("revokedAt").ValueKind != JsonValueKind.Null) return null;

            var algorithm = SignatureAlgorithm.Ed25519;
            var publicKey = PublicKey.Import(algorithm, Base64Url.DecodeFromChars(key.GetProperty("x").GetString()), KeyBlobFormat.RawPublicKey);
            var isSigned = algorithm.Verify(publicKey, Encoding.ASCII.GetBytes($"{Part("protected")}.{Part("payload")}"), Base64Url.DecodeFromChars(Part("signature")));
            return isSigned && JsonElement.DeepEquals(card, signed.GetProperty("card")) ? card : null;
        }
        catch (Exception broken) when (broken is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}

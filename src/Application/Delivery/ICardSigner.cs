namespace QuestCms.Application.Delivery;

/// <summary>A JWS (RFC 7515) in its parts, each in base64url: what is signed stands in <paramref name="Payload"/>.</summary>
/// <param name="Key">The id of the key: its RFC 7638 thumbprint.</param>
public sealed record SignedPayload(string Key, string Protected, string Payload, string Signature);

/// <summary>
/// Signs with the house's Ed25519 key (RFC 8037). There is one at a time for all replicas, made when it is first needed; what it signed can be checked for good, for every public
/// half stays published.
/// </summary>
public interface ICardSigner
{
    Task<SignedPayload> SignAsync(ReadOnlyMemory<byte> payload, CancellationToken ct);

    /// <summary>Another key signs from now on.</summary>
    /// <param name="revoked">The one before may have been in other hands: it is told so.</param>
    /// <returns>The id of the new key.</returns>
    Task<string> RotateAsync(bool revoked, CancellationToken ct);
}

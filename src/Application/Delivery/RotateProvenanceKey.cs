using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Another key signs provenance cards from now on, on every replica. The former one's public half stays published, so what it signed can be checked for good. The answer is the id of the new key.
/// </summary>
/// <param name="Revoked">The former key may have been in other hands: it is told so, and the cards it signed are made anew (<see cref="MakeMissingCard"/>).</param>
[Requires(Permission.AdministerHouse)]
public sealed record RotateProvenanceKey(bool Revoked) : ICommand<string>;

internal sealed class RotateProvenanceKeyHandler(ICardSigner signer) : ICommandHandler<RotateProvenanceKey, string>
{
    public async Task<Result<string>> Handle(RotateProvenanceKey command, CancellationToken ct) => await signer.RotateAsync(command.Revoked, ct);
}

using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>Makes a new key for an app that shows codes; nothing is asked for at sign-in until a code of it was shown. Error: <c>codes.on</c>.</summary>
[Requires(Permission.SignedIn)]
public sealed record OfferCodes : ICommand;

internal sealed class OfferCodesHandler(IProofs proofs, Acting acting) : ICommandHandler<OfferCodes>
{
    public Task<Result> Handle(OfferCodes command, CancellationToken ct) => proofs.OfferCodesAsync(acting.Me, ct);
}

using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>What the person proves themselves with beside the password: passkeys, codes, and the key of the app while it is being set up.</summary>
[Requires(Permission.SignedIn)]
public sealed record GetMyProofs : IQuery<MyProofs>;

internal sealed class GetMyProofsHandler(IProofs proofs, Acting acting) : IQueryHandler<GetMyProofs, MyProofs>
{
    public async Task<Result<MyProofs>> Handle(GetMyProofs query, CancellationToken ct) => await proofs.OfAsync(acting.Me, ct);
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>Begins the adding of a passkey in this browser; the answer is what its authenticator is handed, as WebAuthn's JSON, good for five minutes. Error: <c>passkey.most</c>.</summary>
[Requires(Permission.SignedIn)]
public sealed record OfferPasskey : ICommand<string>;

internal sealed class OfferPasskeyHandler(IQuestDb db, IProofs proofs, Acting acting) : ICommandHandler<OfferPasskey, string>
{
    public async Task<Result<string>> Handle(OfferPasskey command, CancellationToken ct)
    {
        var name = await db.People.AsNoTracking().Where(p => p.Id == acting.Me).Select(p => p.Name).FirstAsync(ct);
        return await proofs.OfferPasskeyAsync(acting.Me, name, ct);
    }
}

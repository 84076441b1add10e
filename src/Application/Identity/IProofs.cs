using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <param name="Id">What a form sends back.</param>
public sealed record ListedPasskey(string Id, string Name, DateTimeOffset AddedAt);

/// <summary>What a person proves themselves with beside the password.</summary>
/// <param name="Email">Of the account, as an app names it.</param>
/// <param name="CodesOn">A code is asked for after the password.</param>
/// <param name="Key">Of the app, in base 32, while codes are being set up; nobody sees it again afterwards.</param>
public sealed record MyProofs(string Email, IReadOnlyList<ListedPasskey> Passkeys, bool CodesOn, int RecoveryCodesLeft, string? Key)
{
    public static readonly MyProofs None = new("", [], false, 0, null);
}

/// <summary>Each opens once, in place of a code of the app. Shown when they are made and never again.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>Passkeys, and codes of an app. Saves by itself, apart from the house's transaction.</summary>
public interface IProofs
{
    public const int MostPasskeys = 20;

    Task<MyProofs> OfAsync(PersonId person, CancellationToken ct);

    /// <summary>What this browser hands to its authenticator, as WebAuthn's JSON; good for five minutes.</summary>
    Task<Result<string>> OfferPasskeyAsync(PersonId person, string name, CancellationToken ct);
    Task<Result> AddPasskeyAsync(PersonId person, string name, string credential, CancellationToken ct);
    /// <summary>The name it had. Every session of the person ends within a minute.</summary>
    Task<Result<string>> RemovePasskeyAsync(PersonId person, string passkey, CancellationToken ct);

    /// <summary>Makes a key for the app; nothing is asked for until a code of it was shown.</summary>
    Task<Result> OfferCodesAsync(PersonId person, CancellationToken ct);
    Task<Result<RecoveryCodes>> SwitchCodesOnAsync(PersonId person, string code, CancellationToken ct);
    Task<Result<RecoveryCodes>> RenewRecoveryCodesAsync(PersonId person, string password, CancellationToken ct);
    /// <summary>Every session of the person ends within a minute.</summary>
    Task<Result> SwitchCodesOffAsync(PersonId person, string password, CancellationToken ct);
}

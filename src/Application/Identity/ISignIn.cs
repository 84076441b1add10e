using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>What the right password led to.</summary>
public enum SignInStep
{
    /// <summary>The session is open.</summary>
    Inside,
    /// <summary>The person signs in with a code as well: this browser has five minutes for it.</summary>
    CodeWanted,
}

/// <summary>A code opened the session.</summary>
/// <param name="RecoveryCodesLeft">Null where it was a code of the app.</param>
public sealed record CodeTaken(PersonId Person, int? RecoveryCodesLeft);

/// <summary>Opens and closes a person's session in this browser.</summary>
public interface ISignIn
{
    /// <summary>One answer, in about the same time, for an unknown address, a wrong password, a suspended person and a resting account.</summary>
    Task<Result<SignInStep>> InAsync(string email, string password, bool remember, CancellationToken ct);
    /// <summary>The second step: a code of the app, or a recovery code, which opens once. Wrong ones count as wrong passwords do.</summary>
    Task<Result<CodeTaken>> WithCodeAsync(string code, bool remember, CancellationToken ct);
    /// <summary>What this browser asks its authenticator, as WebAuthn's JSON: the same for everybody, good for five minutes.</summary>
    Task<string> AskForPasskeyAsync();
    /// <summary>A passkey stands for password and code: it is something the person has, and opened with finger, face or PIN.</summary>
    Task<Result> WithPasskeyAsync(string credential, bool remember, CancellationToken ct);
    Task OutAsync();
    /// <summary>The session goes on after the person's own password change; every other one ends.</summary>
    Task RefreshAsync(PersonId person);
}

/// <summary>How people prove who they are. Saves by itself, apart from the house's transaction; every call may be repeated.</summary>
public interface IAccounts
{
    /// <summary>Makes the account of a person when there is none.</summary>
    Task PrepareAsync(PersonId person, string email, CancellationToken ct);
    /// <summary>False until the person chose a password or was given one; false without an account.</summary>
    Task<bool> HasPasswordAsync(PersonId person, CancellationToken ct);
    /// <summary>A token that lets the person choose a password, once, within a day; passkeys and codes stay.</summary>
    Task<string> OneTimeTokenAsync(PersonId person, CancellationToken ct);
    /// <summary>
    /// The same on the word of an administrator: used, it ends passkeys and codes too. Who asks for it lost the phone, or somebody else has been in the
    /// account; what a stranger added must not outlive it.
    /// </summary>
    Task<string> FreshStartTokenAsync(PersonId person, CancellationToken ct);
    /// <summary>True when passkeys or codes ended with it.</summary>
    Task<Result<bool>> SetPasswordAsync(PersonId person, string token, string password, CancellationToken ct);
    Task<Result> ChangePasswordAsync(PersonId person, string current, string password, CancellationToken ct);
    /// <summary>Gives a first password from a setting or for the demo.</summary>
    Task<Result> GivePasswordAsync(PersonId person, string password, bool mustChange, CancellationToken ct);
    /// <summary>Ends every session of the person within a minute; nothing happens without an account.</summary>
    Task EndSessionsAsync(PersonId person, CancellationToken ct);
}

using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>Opens and closes a person's session in this browser.</summary>
public interface ISignIn
{
    /// <summary>One answer, in about the same time, for an unknown address, a wrong password, a suspended person and a resting account.</summary>
    Task<Result> InAsync(string email, string password, bool remember, CancellationToken ct);
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
    /// <summary>A token that lets the person choose a password, once, within a day.</summary>
    Task<string> OneTimeTokenAsync(PersonId person, CancellationToken ct);
    Task<Result> SetPasswordAsync(PersonId person, string token, string password, CancellationToken ct);
    Task<Result> ChangePasswordAsync(PersonId person, string current, string password, CancellationToken ct);
    /// <summary>Gives a first password from a setting or for the demo.</summary>
    Task<Result> GivePasswordAsync(PersonId person, string password, bool mustChange, CancellationToken ct);
    /// <summary>Ends every session of the person within a minute; nothing happens without an account.</summary>
    Task EndSessionsAsync(PersonId person, CancellationToken ct);
}

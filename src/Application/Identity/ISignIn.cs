using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>Opens and closes a person's session in this browser.</summary>
public interface ISignIn
{
    /// <summary>One answer for an unknown address, a wrong password and a suspended person; another for a locked account.</summary>
    Task<Result> InAsync(string email, string password, bool remember, CancellationToken ct);
    Task OutAsync();
    /// <summary>The session goes on after the person's own password change; every other one ends.</summary>
    Task RefreshAsync(PersonId person);
}

/// <summary>How people prove who they are. Saves by itself, apart from the house's transaction; every call may be repeated.</summary>
public interface IAccounts
{
    /// <summary>Makes the account of a person when there is none.</summary>
    Task PrepareAsync(PersonId person, string email, string name, CancellationToken ct);
    /// <summary>A token that lets the person choose a password, once, within a day.</summary>
    Task<string> OneTimeTokenAsync(PersonId person, CancellationToken ct);
    Task<Result> SetPasswordAsync(PersonId person, string token, string password, CancellationToken ct);
    Task<Result> ChangePasswordAsync(PersonId person, string current, string password, CancellationToken ct);
    /// <summary>Gives a first password from a setting or for the demo.</summary>
    Task<Result> GivePasswordAsync(PersonId person, string password, bool mustChange, CancellationToken ct);
    /// <summary>Ends every session of the person within a minute.</summary>
    Task EndSessionsAsync(PersonId person, CancellationToken ct);
}

using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

/// <summary>A person of the house. How they prove who they are is kept apart, behind <c>ISignIn</c> and <c>IAccounts</c>, under the same id.</summary>
public sealed class Person : AggregateRoot
{
    public const int MaxName = 100;
    public const int MaxEmail = 254;

    private Person() { }

    public PersonId Id { get; private set; }
    /// <summary>Lower case; unique in the house.</summary>
    public string Email { get; private set; } = "";
    public string Name { get; private set; } = "";
    /// <summary>May administer every site and make new ones; writes, decides and publishes only with those roles as well.</summary>
    public bool IsHouseAdministrator { get; private set; }
    /// <summary>Null while the person may sign in.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static string NormalEmail(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Something before and after one @, in printable ASCII: beyond it, two addresses that differ can be the same one in capitals.</summary>
    public static bool IsEmail(string email) =>
        email.IndexOf('@') is > 0 and var at && at == email.LastIndexOf('@') && at < email.Length - 1 && email.All(c => c is > ' ' and <= '~');

    public static Person Add(PersonId id, string email, string name, bool houseAdministrator, DateTimeOffset now)
    {
        var person = new Person { Id = id, Email = NormalEmail(email), Name = name.Trim(), IsHouseAdministrator = houseAdministrator, CreatedAt = now };
        person.Raise(new PersonAdded(id, person.Email, houseAdministrator));
        return person;
    }

    /// <summary>Takes or gives house administration; saying the same again changes nothing.</summary>
    public Result SetHouseAdministrator(bool yes)
    {
        if (IsHouseAdministrator == yes) return Result.Done;
        IsHouseAdministrator = yes;
        Changed();
        Raise(new HouseAdministrationChanged(Id, yes));
        return Result.Done;
    }

    /// <summary>Ends sign-in and what the person may do, at once; texts and decisions stay.</summary>
    public Result Suspend(PersonId by, DateTimeOffset now)
    {
        if (by == Id) return Error.Conflict("person.self", "You can't suspend yourself; another administrator can.");
        if (SuspendedAt is not null) return Result.Done;
        SuspendedAt = now;
        Changed();
        Raise(new PersonSuspended(Id));
        return Result.Done;
    }

    /// <summary>Someone made a one-time link for this person: who, is written to the trail.</summary>
    public Result NoteLink()
    {
        if (SuspendedAt is not null) return Error.Conflict("person.suspended", "This person is suspended, so a link would open nothing. Readmit them first.");
        Changed();
        Raise(new SignInLinkIssued(Id));
        return Result.Done;
    }

    public Result Readmit()
    {
        if (SuspendedAt is null) return Result.Done;
        SuspendedAt = null;
        Changed();
        Raise(new PersonReadmitted(Id));
        return Result.Done;
    }

    // How the person proves who they are is kept elsewhere; that it changed is written to the trail here.
    public void AddedPasskey(string name) => Note(new PasskeyAdded(Id, name));

    public void RemovedPasskey(string name) => Note(new PasskeyRemoved(Id, name));

    public void SwitchedCodes(bool on) => Note(new CodesSwitched(Id, on));

    public void RenewedRecoveryCodes() => Note(new RecoveryCodesRenewed(Id));

    public void UsedRecoveryCode(int left) => Note(new RecoveryCodeUsed(Id, left));

    public void BeganAnewByLink() => Note(new ProofsEnded(Id));

    private void Note(DomainEvent happened)
    {
        Changed();
        Raise(happened);
    }
}

using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

/// <summary>Why the house writes to somebody.</summary>
public enum MailKind
{
    /// <summary>Somebody was given roles and has no password yet.</summary>
    Invitation,
    /// <summary>Somebody asked for a new password.</summary>
    NewPassword,
    /// <summary>Something an administrator should know of; without a link.</summary>
    Notice,
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>A job sends it.</summary>
    Waiting,
    Sent,
    /// <summary>No mail is set up: an administrator reads it here.</summary>
    Held,
    /// <summary>It was given up.</summary>
    Failed,
}

/// <summary>
/// A mail of the house, a row before it leaves. It holds no link: one is made when the mail is sent, or when an administrator asks for it, so that no row, no backup and no log opens anybody's account.
/// </summary>
public sealed class Mail : AggregateRoot
{
    public const int MaxSubject = 200;
    public const int MaxText = 4_000;
    public const int MostAttempts = 8;

    /// <summary>Who asks for a link or gets one waits no longer than this: later, nothing of it is sent.</summary>
    public static readonly TimeSpan Good = TimeSpan.FromDays(1);

    private Mail() { }

    public MailId Id { get; private set; }
    public MailKind Kind { get; private set; }
    /// <summary>Lower case. Of a mail that was asked for it is what somebody typed: whether it is anyone's is looked up when it is sent.</summary>
    public string Address { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public MailState State { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Attempts { get; private set; }
    /// <summary>What the last attempt met, as a sentence; empty when all is well.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>A one-time link stands at its end when it is sent.</summary>
    public bool HasLink => Kind is MailKind.Invitation or MailKind.NewPassword;

    public static Mail Invite(MailId id, string address, string site, string by, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = MailKind.Invitation,
        Address = Person.NormalEmail(address),
        Subject = Cut($"You can sign in to {site}", MaxSubject),
        Text = Cut($"{by} gave you roles on {site}.", MaxText),
        At = now,
    };

    public static Mail ForNewPassword(MailId id, string address, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = MailKind.NewPassword,
        Address = Person.NormalEmail(address),
        Subject = "A new password for Quest",
        Text = "Somebody asked for a new password for this address. If it was not you, do nothing: your password stays as it is.",
        At = now,
    };

    public static Mail Tell(MailId id, string address, string subject, string text, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = MailKind.Notice,
        Address = Person.NormalEmail(address),
        Subject = Cut(subject, MaxSubject),
        Text = Cut(text, MaxText),
        At = now,
    };

    /// <summary>Nobody waits for it any more.</summary>
    public bool IsLate(DateTimeOffset now) => now - At > Good;

    /// <summary>There is no mail here: an administrator reads it.</summary>
    public void Hold()
    {
        State = MailState.Held;
        Changed();
    }

    /// <param name="linkFor">Whom the link in it was made for; null without one. It is written to the trail.</param>
    public void NoteSent(PersonId? linkFor, DateTimeOffset now)
    {
        (State, SentAt, Fault) = (MailState.Sent, now, "");
        Attempts++;
        Changed();
        if (linkFor is { } person) Raise(new SignInLinkIssued(person));
    }

    /// <summary>When the next attempt is due; null when it was the last one.</summary>
    public DateTimeOffset? NoteFault(string fault, DateTimeOffset now)
    {
        Fault = Cut(fault, MaxSubject);
        Attempts++;
        Changed();
        var next = now + TimeSpan.FromMinutes(Math.Pow(2, Attempts - 1));
        if (Attempts < MostAttempts && !IsLate(next)) return next;
        State = MailState.Failed;
        return null;
    }

    public void GiveUp(string fault)
    {
        (State, Fault) = (MailState.Failed, Cut(fault, MaxSubject));
        Changed();
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}

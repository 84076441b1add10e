using QuestCms.Domain.Common;

namespace QuestCms.Application.Identity;

/// <summary>A letter as it leaves: plain text.</summary>
public sealed record Letter(string To, string Subject, string Text);

/// <summary>The way mails leave the house.</summary>
public interface IMail
{
    /// <summary>False where no mail server is named: mails are rows an administrator reads.</summary>
    bool IsSet { get; }

    /// <summary>Hands one letter to the mail server. Errors (Unavailable), each a sentence without a secret: <c>mail.unreachable</c>, <c>mail.refused</c>, <c>mail.not_set</c>.</summary>
    Task<Result> SendAsync(Letter letter, CancellationToken ct);

    /// <summary>Connects and signs in as a letter would, and sends nothing. Errors as above.</summary>
    Task<Result> GreetAsync(CancellationToken ct);
}

/// <summary>Where the house is found from outside, as the settings say it: no request has a say in a link that is mailed.</summary>
/// <param name="Root">Without a slash at its end.</param>
public sealed record HouseAddress(string Root)
{
    public string Of(string path) => Root + path;
}

/// <summary>How often something may be asked for by people nobody knows; counted across replicas.</summary>
public interface IAskLimits
{
    /// <summary>Counts one and says whether it is within the limit; it takes the same time either way.</summary>
    /// <param name="what">Who or what, in words; kept as a hash.</param>
    Task<bool> TakeAsync(string what, int most, TimeSpan window, CancellationToken ct);
}

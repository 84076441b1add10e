namespace QuestCms.Web.Cli.Checks;

/// <summary>How a checked thing is. Only what is wrong makes the doctor's exit code 1.</summary>
internal enum Finding { Fine, Noted, Wrong }

/// <summary>One line of the doctor: what was looked at, how it is, and what to do about it. No secret stands in it.</summary>
/// <param name="Todo">Null when nothing is to be done.</param>
internal sealed record Found(string Check, Finding Finding, string Says, string? Todo = null);

/// <summary>Looks at one thing. What is wrong is a line, never a fault.</summary>
internal interface ICheck
{
    IAsyncEnumerable<Found> LookAsync(CancellationToken ct);
}

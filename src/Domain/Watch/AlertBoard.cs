using QuestCms.Domain.Common;

namespace QuestCms.Domain.Watch;

/// <summary>One process sees one kind of trouble, since when and when last.</summary>
public sealed record AlertReport(AlertKind Kind, string Process, DateTimeOffset Since, DateTimeOffset Seen);

/// <param name="IsOver">It ended; else it began.</param>
public sealed record AlertNews(AlertKind Kind, bool IsOver)
{
    public string Says => AlertRules.Says(Kind, IsOver);
}

/// <summary>What all processes see, in one row, so that each alert is said once and its end is said once, whichever of them finds it.</summary>
public sealed class AlertBoard : AggregateRoot
{
    /// <summary>There is one row.</summary>
    public const int Only = 1;

    private AlertBoard() { }

    public int Id { get; private set; } = Only;
    public IReadOnlyList<AlertReport> Reports { get; private set; } = [];
    /// <summary>What was said and is not over.</summary>
    public IReadOnlyList<AlertKind> Said { get; private set; } = [];

    public static AlertBoard Quiet() => new();

    /// <summary>Nothing stands here and nothing would.</summary>
    public bool IsUntouchedBy(IReadOnlyCollection<AlertKind> seen) => seen.Count == 0 && Reports.Count == 0 && Said.Count == 0;

    /// <summary>Takes what a process sees, and answers what is to be said now.</summary>
    public IReadOnlyList<AlertNews> Look(string process, IReadOnlyCollection<AlertKind> seen, DateTimeOffset now)
    {
        var reports = Reports.Where(r => !(r.Process == process && seen.Contains(r.Kind)) && now - r.Seen < AlertRules.Calm)
            .Concat(seen.Distinct().Select(kind => new AlertReport(kind, process, Since(process, kind, now), now))).ToList();
        var due = reports.Where(r => r.Seen - r.Since >= AlertRules.Patience(r.Kind)).Select(r => r.Kind).ToHashSet();
        var began = due.Except(Said).Order().ToList();
        var over = Said.Where(kind => reports.All(r => r.Kind != kind)).ToList();
        Reports = reports;
        Said = [.. Said.Except(over), .. began];
        Changed();
        return [.. began.Select(kind => new AlertNews(kind, false)), .. over.Select(kind => new AlertNews(kind, true))];
    }

    private DateTimeOffset Since(string process, AlertKind kind, DateTimeOffset now) =>
        Reports.FirstOrDefault(r => r.Process == process && r.Kind == kind && now - r.Seen < AlertRules.Calm)?.Since ?? now;
}

using System.Diagnostics;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Cli;

/// <summary>Tells the operator file by file what was kept, changed or lost, and at the end how much of each.</summary>
internal sealed class ImportSummary(bool dryRun)
{
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(ReportKind Kind, string What), (int Times, HashSet<string> Files)> _sorts = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _live;

    /// <summary>Slugs given so far.</summary>
    public HashSet<string> Slugs { get; } = new(StringComparer.Ordinal);
    public int Refused { get; private set; }

    public void Tell(string path, Result<ImportedPost> answer)
    {
        if (answer.Error is { } error)
        {
            Refused++;
            Count("refused");
            Console.WriteLine($"{path}: refused. {error.Message} {string.Join(' ', error.Fields.Select(f => f.Message).Where(m => m != error.Message))}".TrimEnd());
            return;
        }
        var post = answer.Value;
        Slugs.Add(post.Slug);
        if (post.Live) _live++;
        Count(Name(post.Outcome));
        foreach (var line in post.Report.Lines)
        {
            var sort = (line.Kind, line.What);
            if (!_sorts.TryGetValue(sort, out var seen)) seen = (0, []);
            seen.Files.Add(path);
            _sorts[sort] = (seen.Times + 1, seen.Files);
        }
        var told = post.Report.Lines.Where(l => l.Kind != ReportKind.Understood).ToList();
        if (told.Count == 0 && post.Say is null) return;
        Console.WriteLine($"{path}: {Name(post.Outcome)}{(post.Say is null ? "" : ". " + post.Say)}");
        foreach (var line in told) Console.WriteLine($"  {line.Kind.ToString().ToLowerInvariant(),-8}{(line.Line > 0 ? $"line {line.Line}: " : "")}{line.Say}");
    }

    public void Close(int files, string site)
    {
        Console.WriteLine();
        Console.WriteLine($"{files} files for {site}{(dryRun ? ", read and not stored" : "")}, {Stopwatch.GetElapsedTime(_started).TotalSeconds:0.0} s");
        foreach (var (outcome, count) in _outcomes) Console.WriteLine($"  {count,6} {outcome}");
        Console.WriteLine($"  {_live,6} {(dryRun ? "would be seen by readers" : "seen by readers")}");
        foreach (var ((kind, what), (times, where)) in _sorts)
            Console.WriteLine($"  {times,6} {kind.ToString().ToLowerInvariant()}: {what}, in {where.Count} {(where.Count == 1 ? "file" : "files")}");
    }

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private static string Name(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Created => "created",
        ImportOutcome.Updated => "updated",
        ImportOutcome.Published => "published",
        ImportOutcome.Unchanged => "unchanged",
        _ => "left alone",
    };
}

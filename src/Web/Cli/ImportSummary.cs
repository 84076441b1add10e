using System.Diagnostics;
using System.Globalization;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Cli;

/// <summary>
/// Tells the operator file by file what was understood, kept, changed and lost, with lines, and where every character went; at the end how much of each. What did not
/// change since the last import is only counted.
/// </summary>
internal sealed class ImportSummary(TextWriter output, string site, bool dryRun, string noun = "file")
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(ReportKind Kind, string What), (int Times, HashSet<string> Files)> _sorts = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _live;
    private (long In, long Stored, long Removed, long Added) _characters;

    /// <summary>Slugs given so far.</summary>
    public HashSet<string> Slugs { get; } = new(StringComparer.Ordinal);
    public int Refused { get; private set; }

    public void Tell(string path, Result<ImportedPost> answer)
    {
        if (answer.Error is { } error)
        {
            Refused++;
            Count("refused");
            output.WriteLine($"{path}: refused. {(error.Fields.Count > 0 ? string.Join(' ', error.Fields.Select(f => f.Message)) : error.Message)}");
            return;
        }
        var post = answer.Value;
        Slugs.Add(post.Slug);
        if (post.Live) _live++;
        Count(Name(post.Outcome));
        if (post.Outcome == ImportOutcome.Unchanged) return;
        output.WriteLine($"{path}: {Name(post.Outcome)}{(post.Say is null ? $" as {post.Slug}{(post.Live ? $", {(dryRun ? "to be " : "")}read at /sites/{site}/{post.Slug}" : "")}" : ". " + post.Say)}");
        if (post.Outcome == ImportOutcome.LeftAlone) return;
        Lines(path, post.Report);
        Characters(post.Report.Account);
    }

    /// <summary>A thing of an export that is no article.</summary>
    public void LeaveOut(string path, string why)
    {
        Count("left out");
        output.WriteLine($"{path}: left out. {why}");
    }

    public void Close(int files, string name)
    {
        output.WriteLine();
        output.WriteLine($"{files.ToString("N0", English)} {(files == 1 ? noun : noun + "s")} for {name}{(dryRun ? ", read and not stored" : "")}, {Stopwatch.GetElapsedTime(_started).TotalSeconds.ToString("0.0", English)} s");
        foreach (var (outcome, count) in _outcomes) output.WriteLine($"  {count,6} {outcome}");
        output.WriteLine($"  {_live,6} {(dryRun ? "would be seen by readers" : "seen by readers")}");
        foreach (var ((kind, what), (times, where)) in _sorts)
            output.WriteLine($"  {times,6} {kind.ToString().ToLowerInvariant()}: {what}, in {where.Count} {(where.Count == 1 ? noun : noun + "s")}");
        if (_characters.In > 0) output.WriteLine(string.Create(English, $"  {_characters.In:N0} characters in = {_characters.Stored:N0} stored + {_characters.Removed:N0} removed - {_characters.Added:N0} added"));
    }

    private void Lines(string path, FileReport report)
    {
        foreach (var line in report.Lines)
        {
            var sort = (line.Kind, line.What);
            if (!_sorts.TryGetValue(sort, out var seen)) seen = (0, []);
            seen.Files.Add(path);
            _sorts[sort] = (seen.Times + 1, seen.Files);
        }
        // The same sentence about several lines is said once.
        foreach (var kind in report.Lines.GroupBy(l => l.Kind).OrderBy(g => g.Key))
            foreach (var same in kind.GroupBy(l => l.Say))
                output.WriteLine($"  {kind.Key.ToString().ToLowerInvariant(),-10}  {Where(same.Select(l => l.Line).Where(l => l > 0).ToList())}{same.Key}");
    }

    private static string Where(List<int> lines)
    {
        var each = lines.GroupBy(l => l).Select(g => g.Count() == 1 ? $"{g.Key}" : $"{g.Key} ({g.Count()} times)").ToList();
        return each.Count == 0 ? "" : $"{(each.Count == 1 ? "line" : "lines")} {string.Join(", ", each)}: ";
    }

    private void Characters(CharacterAccount account)
    {
        var (removed, added) = (account.Removed.Values.Sum(), account.Added.Values.Sum());
        _characters = (_characters.In + account.In, _characters.Stored + account.Stored, _characters.Removed + removed, _characters.Added + added);
        output.WriteLine(string.Create(English, $"  characters  {account.In} in = {account.Stored} stored + {removed} removed{Named(account.Removed)} - {added} added{Named(account.Added)}"));
    }

    private static string Named(IReadOnlyDictionary<string, int> counts) => counts.Count == 0 ? "" : $" ({string.Join(", ", counts.Select(c => $"{c.Key} {c.Value.ToString(English)}"))})";

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private string Name(ImportOutcome outcome) => (dryRun, outcome) switch
    {
        (false, ImportOutcome.Created) => "created",
        (false, ImportOutcome.Updated) => "updated",
        (false, ImportOutcome.Published) => "published",
        (true, ImportOutcome.Created) => "would be created",
        (true, ImportOutcome.Updated) => "would be updated",
        (true, ImportOutcome.Published) => "would be published",
        (_, ImportOutcome.Unchanged) => "unchanged",
        _ => "left alone",
    };
}

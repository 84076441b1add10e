namespace QuestCms.Application.Transfer;

/// <summary>The report and the account of one file while it is read.</summary>
internal sealed class ImportNotes
{
    /// <summary>Lines of one sort and kind beyond this many are counted and not listed: a hostile file must not make a report longer than itself.</summary>
    private const int MostOfOneSort = 50;

    private readonly List<ReportLine> _lines = [];
    private readonly Dictionary<(ReportKind, string), int> _sorts = [];
    private readonly SortedDictionary<string, int> _removed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _added = new(StringComparer.Ordinal);

    public void Understood(int line, string what, string say) => Say(ReportKind.Understood, line, what, say);
    public void Kept(int line, string what, string say) => Say(ReportKind.Kept, line, what, say);
    public void Changed(int line, string what, string say) => Say(ReportKind.Changed, line, what, say);
    public void Lost(int line, string what, string say) => Say(ReportKind.Lost, line, what, say);

    /// <summary>A line that whoever read the source before had to say.</summary>
    public void Tell(ReportLine line) => Say(line.Kind, line.Line, line.What, line.Say);

    public void Removed(string what, int characters) => Count(_removed, what, characters);
    public void Added(string what, int characters) => Count(_added, what, characters);

    public FileReport Report(string path, int charactersIn, int stored)
    {
        var more = _sorts.Where(s => s.Value > MostOfOneSort).Select(s => new ReportLine(s.Key.Item1, 0, s.Key.Item2, $"{s.Value - MostOfOneSort:N0} more of the same."));
        return new FileReport(path, [.. _lines.OrderBy(l => l.Line), .. more], new CharacterAccount(charactersIn, stored, _removed, _added));
    }

    /// <summary>A piece of the file short enough for a report line.</summary>
    public static string Shown(string piece)
    {
        var line = piece.ReplaceLineEndings(" ").Trim();
        return line.Length <= 80 ? line : char.IsHighSurrogate(line[76]) ? line[..76] + " …" : line[..77] + " …";
    }

    private void Say(ReportKind kind, int line, string what, string say)
    {
        var seen = _sorts[(kind, what)] = _sorts.GetValueOrDefault((kind, what)) + 1;
        if (seen <= MostOfOneSort) _lines.Add(new ReportLine(kind, line, what, say));
    }

    private static void Count(SortedDictionary<string, int> where, string what, int characters)
    {
        if (characters > 0) where[what] = where.GetValueOrDefault(what) + characters;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Application.Transfer;

/// <summary>What the readers of exports share: lines of the report, dates, paths that fit, and what has no field.</summary>
internal sealed class ForeignNotes
{
    /// <summary>Values beyond so many are counted and not kept, and each is cut at so many characters: a hostile export must not fill the table.</summary>
    private const int MostKept = 60, MostCharacters = 4_000;

    private readonly List<ReportLine> _lines = [];
    private readonly List<KeyValuePair<string, string>> _rest = [];
    private int _more;

    public IReadOnlyList<ReportLine> Lines => _more == 0 ? _lines : [.. _lines, new(ReportKind.Lost, 0, "more", $"{_more:N0} more values without a field were not kept.")];
    public IReadOnlyList<KeyValuePair<string, string>> Rest => _rest;

    public void Understood(string what, string say) => _lines.Add(new(ReportKind.Understood, 0, what, say));
    public void Kept(string what, string say) => _lines.Add(new(ReportKind.Kept, 0, what, say));
    public void Changed(string what, string say) => _lines.Add(new(ReportKind.Changed, 0, what, say));
    public void Lost(string what, string say) => _lines.Add(new(ReportKind.Lost, 0, what, say));

    /// <summary>Kept beside the article under that name; an empty value is nothing.</summary>
    public void Keep(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        if (_rest.Count >= MostKept || name.Length > 100 || _rest.Exists(r => r.Key == name)) { _more++; return; }
        if (value.Length > MostCharacters) Lost("long value", $"“{ImportNotes.Shown(name)}” has {value.Length:N0} characters; {MostCharacters:N0} are kept.");
        _rest.Add(new(name, value.Length > MostCharacters ? PostFields.Cut(value, MostCharacters) : value));
    }

    /// <summary>A moment as the source writes it, in UTC; without an offset it is UTC. Null, and said, for what is none.</summary>
    public DateTimeOffset? Moment(string name, string? said)
    {
        if (string.IsNullOrWhiteSpace(said)) return null;
        if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year is >= 1900 and <= 2200) return at;
        Lost("date", $"“{ImportNotes.Shown(said)}” is no date, so {name} is not known.");
        return null;
    }

    /// <summary>Source and name as a path of at most 500 characters; the end of a longer one is its hash.</summary>
    public static string PathOf(string from, string name)
    {
        var clean = Domain.Common.PlainText.Clean(name.ReplaceLineEndings(" ").Trim()).Text;
        var path = $"{from}:{clean}";
        return path.Length <= 400 ? path : PostFields.Cut(path, 300) + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clean)));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace QuestCms.Domain.Ai;

/// <summary>
/// Reads what a reader may act on out of English Markdown, by rules alone: numbers with their units, prices, dates, names, negations, must and may, links.
/// What it can't be sure of it leaves: a lone "one", the first word of a sentence, numbers of a list.
/// </summary>
internal sealed partial class MeaningReader
{
    private static readonly Dictionary<string, string> Currencies = new(StringComparer.Ordinal)
    {
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["$"] = "USD",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["chf"] = "CHF",
        ["francs"] = "CHF",
        ["¥"] = "JPY",
        ["jpy"] = "JPY",
        ["yen"] = "JPY",
        ["cad"] = "CAD",
        ["aud"] = "AUD",
        ["sek"] = "SEK",
        ["nok"] = "NOK",
        ["pln"] = "PLN",
    };

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly HashSet<string> Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"];
    private static readonly Dictionary<string, string> Rates = new(StringComparer.Ordinal) { ["daily"] = "1 day", ["weekly"] = "7 day", ["monthly"] = "1 month", ["yearly"] = "12 month", ["annual"] = "12 month", ["annually"] = "12 month", ["hourly"] = "1 hour" };

    private readonly List<string> _words = [];
    private readonly List<string> _shown = [];
    private readonly List<(int Sentence, int Clause)> _places = [];
    private readonly HashSet<int> _starts = [];
    private readonly List<MeaningMark> _marks = [];

    private MeaningReader(string markdown)
    {
        var text = Link().Replace(markdown, m =>
        {
            _marks.Add(new MeaningMark(MeaningKind.Link, m.Groups["to"].Value.TrimEnd('/', '.', ','), m.Groups["to"].Value, 0));
            return m.Groups["text"].Value;
        });
        Split(ListNumber().Replace(text, ""));
        var taken = new bool[_words.Count];
        for (var at = 0; at < _words.Count; at++)
            if (!taken[at] && ReadAt(at) is var (mark, length) && mark is not null)
            {
                _marks.Add(mark);
                for (var i = at; i < at + length; i++) taken[i] = true;
            }
        _marks.AddRange(MeaningWords.Of(_words, _shown, taken));
    }

    /// <summary>Words in lower case, without marks of any kind.</summary>
    public IReadOnlyList<string> Words => _words;
    /// <summary>Sentence and clause of each word.</summary>
    public IReadOnlyList<(int Sentence, int Clause)> Places => _places;
    public IReadOnlyList<MeaningMark> Marks => _marks;

    public static MeaningReader Read(string markdown) => new(markdown);

    /// <summary>Words with a capital inside a sentence, and those with capitals or figures only.</summary>
    public IEnumerable<string> Names() => Enumerable.Range(0, _words.Count).Where(i => IsName(i) && !_starts.Contains(i) || IsCode(_shown[i])).Select(i => NameOf(_words[i]));

    /// <summary>Every place where one of these names stands.</summary>
    public IEnumerable<MeaningMark> MarksOf(IReadOnlySet<string> names) => Enumerable.Range(0, _words.Count)
        .Where(i => (IsName(i) || IsCode(_shown[i])) && names.Contains(NameOf(_words[i]))).Select(i => new MeaningMark(MeaningKind.Name, NameOf(_words[i]), _shown[i], i));

    private (MeaningMark? Mark, int Length) ReadAt(int at)
    {
        var word = _words[at];
        if (IsoDate().IsMatch(word)) return (Mark(MeaningKind.Date, word, at, 1), 1);
        if (word.Contains(':') || word.Contains('/')) return (Mark(MeaningKind.Number, word, at, 1), 1);
        if (DateAt(at) is { } date) return (Mark(MeaningKind.Date, date.Value, at, date.Length), date.Length);
        if (Weekdays.Contains(word)) return (Mark(MeaningKind.Date, word.TrimEnd('s'), at, 1), 1);
        if (Rates.TryGetValue(word, out var rate)) return (Mark(MeaningKind.Number, rate, at, 1), 1);
        if (Currencies.TryGetValue(word, out var before) && at + 1 < _words.Count && MeaningNumbers.Read(_words, at + 1) is var (amount, length, _))
            return (Mark(MeaningKind.Price, $"{before} {Plain(amount)}", at, length + 1), length + 1);
        if (word is "a" or "an" or "per" or "each" or "every" && MeaningUnits.At(_words, at + 1) is { } single) return (Mark(MeaningKind.Number, single.Of(1), at, 1 + single.Length), 1 + single.Length);
        if (MeaningNumbers.Read(_words, at) is not var (value, taken, isOrdinal)) return (null, 1);
        var next = at + taken;
        if (next < _words.Count && Currencies.TryGetValue(_words[next], out var after)) return (Mark(MeaningKind.Price, $"{after} {Plain(value)}", at, taken + 1), taken + 1);
        if (MeaningUnits.At(_words, next) is { } unit) return (Mark(MeaningKind.Number, isOrdinal ? $"{Plain(value)}. {unit.Name}" : unit.Of(value), at, taken + unit.Length), taken + unit.Length);
        if (!isOrdinal && taken == 1 && YearAt(at) > 0) return (Mark(MeaningKind.Date, word, at, 1), 1);
        // "First," opens a list, "one" stands for anybody.
        if (value == 1 && !char.IsAsciiDigit(word[0]) || word == "second") return (null, 1);
        return (Mark(MeaningKind.Number, isOrdinal ? $"{Plain(value)}." : Plain(value), at, taken), taken);
    }

    private (string Value, int Length)? DateAt(int at)
    {
        // 12 March 2026, 12th of March, March 12, 2026, March 2026, March
        var month = MonthAt(at);
        if (month > 0)
        {
            var day = DayAt(at + 1);
            var year = YearAt(at + (day > 0 ? 2 : 1));
            return (Date(year, month, day), 1 + (day > 0 ? 1 : 0) + (year > 0 ? 1 : 0));
        }
        if (DayAt(at) is var first and > 0)
        {
            var skip = at + 1 < _words.Count && _words[at + 1] == "of" ? 2 : 1;
            if (MonthAt(at + skip) is var then and > 0)
            {
                var year = YearAt(at + skip + 1);
                return (Date(year, then, first), skip + 1 + (year > 0 ? 1 : 0));
            }
        }
        return null;
    }

    private static string Date(int year, int month, int day) => $"{(year > 0 ? year.ToString(CultureInfo.InvariantCulture) : "")}-{month:00}{(day > 0 ? $"-{day:00}" : "")}";

    // "May" is a month only with a capital inside a sentence; "march" and "august" only with one.
    private int MonthAt(int at) => at < _words.Count && char.IsUpper(_shown[at][0]) && !(_words[at] == "may" && _starts.Contains(at)) ? Array.IndexOf(Months, _words[at]) + 1 : 0;
    private int DayAt(int at) => at < _words.Count && char.IsAsciiDigit(_words[at][0]) && MeaningNumbers.Read(_words, at) is var (value, length, _) && length == 1 && value is >= 1 and <= 31 && value == decimal.Truncate(value) ? (int)value : 0;
    private int YearAt(int at) => at < _words.Count && _words[at].Length == 4 && int.TryParse(_words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? year : 0;

    private bool IsName(int at) => char.IsUpper(_shown[at][0]) && _shown[at].Length > 1 && Array.IndexOf(Months, _words[at]) < 0 && !Currencies.ContainsKey(_words[at]) && !Weekdays.Contains(_words[at]) && !_shown[at].StartsWith("I’", StringComparison.Ordinal) && !_shown[at].StartsWith("I'", StringComparison.Ordinal);
    private static bool IsCode(string shown) => shown.Length > 1 && !Currencies.ContainsKey(shown.ToLowerInvariant()) && char.IsUpper(shown[0]) && shown.All(c => char.IsUpper(c) || char.IsAsciiDigit(c));
    private static string NameOf(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    private MeaningMark Mark(MeaningKind kind, string value, int at, int length) => new(kind, value, string.Join(' ', _shown.Skip(at).Take(length)).Replace("€ ", "€", StringComparison.Ordinal).Replace("$ ", "$", StringComparison.Ordinal).Replace("£ ", "£", StringComparison.Ordinal).Replace(" %", "%", StringComparison.Ordinal), at);
    internal static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private void Split(string text)
    {
        int sentence = 0, clause = 0;
        var begins = true;
        foreach (Match token in Token().Matches(text))
        {
            var shown = token.Value;
            if (shown is "\n\n" || "\n" == shown || shown is "." or "!" or "?")
            {
                if (!begins) (sentence, clause) = (sentence + 1, clause + 1);
                begins = true;
            }
            else if (shown is "," or ";" or ":" or "(" or ")" or "–" or "—" or "|") clause++;
            else if (shown[0] != '#')
            {
                var word = shown.ToLowerInvariant().Replace('’', '\'');
                if (word is "and" or "but" or "while" or "whereas" or "although" or "unless") clause++;
                if (begins) _starts.Add(_words.Count);
                begins = false;
                _words.Add(word);
                _shown.Add(shown);
                _places.Add((sentence, clause));
            }
        }
    }

    [GeneratedRegex("""!?\[(?<text>[^\]\n]{0,300})\]\((?<to>[^\s)]{1,2000})(?:\s{1,9}"[^"\n]{0,300}")?\)|<?(?<to>https?://[^\s<>)]{1,2000})>?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("""^[ \t>]*\d{1,3}[.)][ \t]""", RegexOptions.Multiline)]
    private static partial Regex ListNumber();

    [GeneratedRegex("""^\d{4}-\d\d-\d\d$""")]
    private static partial Regex IsoDate();

    // ISO dates, times and dates with strokes, figures with what sticks to them, words, signs; a line that ends a thought.
    [GeneratedRegex("""\d{4}-\d\d-\d\d|\d{1,2}[:/]\d{1,2}(?:/\d{2,4})?|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|k|m|bn)(?![\p{L}\d]))?|\p{L}[\p{L}\d]*(?:['’]\p{L}+)*|[€$£¥%.!?,;:()|–—]|\n\s*\n|\n(?=[ \t]*(?:[-*+#>|]|\d+[.)]))""")]
    private static partial Regex Token();
}

using System.Text.RegularExpressions;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Domain.Review;

/// <summary>
/// Finds by rules alone the sentences of a text in which something is to be checked: figures, dates, prices, rules of law, quotations, links to elsewhere.
/// Code, headings, numbers of lists and what only counts or labels the text itself ("step 2", "five reasons", "Windows 11") are none. It reads English;
/// what it misses a person or Claude may find. Linear in the text; the first <see cref="Most"/> sentences with a claim are named.
/// </summary>
public static partial class ClaimFinder
{
    public const int Most = 400;
    /// <summary>Characters of one sentence that are read.</summary>
    private const int MostCharacters = 4_000;

    private static readonly HashSet<string> BeforeDate = ["in", "since", "by", "until", "till", "from", "before", "after", "during", "to", "of", "through", "between", "and", "late", "early", "mid", "end", "on", "around", "year", "every", "each"];

    public static IReadOnlyList<FoundSentence> In(string text)
    {
        var found = new List<FoundSentence>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in TextSentences.Of(text))
        {
            var sentence = place.In(text);
            if (KindsOf(sentence) is { Count: > 0 } kinds && known.Add(ClaimText.KeyOf(sentence))) found.Add(new FoundSentence(sentence, kinds));
            if (found.Count == Most) break;
        }
        return found;
    }

    /// <summary>What is to be checked in one sentence; empty when nothing is.</summary>
    public static IReadOnlyList<ClaimKind> KindsOf(string sentence)
    {
        if (sentence.Length > MostCharacters) sentence = sentence[..MostCharacters];
        var kinds = new SortedSet<ClaimKind>();
        if (ClaimText.LinksOf(sentence).Count > 0) kinds.Add(ClaimKind.Link);
        if (IsQuotation(sentence)) kinds.Add(ClaimKind.Quotation);
        var plain = Plain(sentence);
        var read = MeaningReader.Read(OfLaw().Replace(plain, " "));
        foreach (var mark in read.Marks)
            if (KindOf(mark, read.Words) is { } kind) kinds.Add(kind);
        if (Share().IsMatch(plain)) kinds.Add(ClaimKind.Figure);
        if (ClaimLaw.IsRule(plain, read)) kinds.Add(ClaimKind.Law);
        return [.. kinds];
    }

    private static ClaimKind? KindOf(MeaningMark mark, IReadOnlyList<string> words) => mark.Kind switch
    {
        MeaningKind.Price => ClaimKind.Price,
        MeaningKind.Date when IsDate(mark, words) => ClaimKind.Date,
        MeaningKind.Number when IsFigure(mark, words) => ClaimKind.Figure,
        _ => null,
    };

    // A day is a date; a month or a year alone only where the sentence says when: "since 2019", and not "Report 2019" or "on Mondays".
    private static bool IsDate(MeaningMark mark, IReadOnlyList<string> words)
    {
        if (!char.IsAsciiDigit(mark.Value[0]) && mark.Value[0] != '-') return false;
        var parts = mark.Value.Split('-', StringSplitOptions.RemoveEmptyEntries).Length;
        return parts > 1 || mark.At > 0 && BeforeDate.Contains(words[mark.At - 1]) || mark.At + 1 < words.Count && words[mark.At + 1] is "and" or "to" && mark.At + 2 < words.Count && char.IsAsciiDigit(words[mark.At + 2][0]);
    }

    private static bool IsFigure(MeaningMark mark, IReadOnlyList<string> words)
    {
        var isWritten = mark.Shown.Any(char.IsAsciiDigit);
        var parts = mark.Value.Split(' ', 2);
        if (parts.Length == 2)
        {
            if (parts[1] is "third" or "quarter" && !isWritten) return mark.At + 2 < words.Count && words[mark.At + 2] == "of";
            // "One day", "a year", "monthly": nothing was counted.
            return isWritten || parts[0] != "1" && !(parts[0] == "1." || words[mark.At] is "a" or "an" or "per" or "each" or "every" || !IsNumberWord(words[mark.At]));
        }
        if (mark.Value.EndsWith('.')) return false; // first, second, third
        if (isWritten) return true;
        if (words[mark.At] == "half") return mark.At + 1 < words.Count && words[mark.At + 1] is "of" or "the";
        // "Three schools" is a way to speak; forty of something was counted.
        return decimal.TryParse(mark.Value, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= 20;
    }

    private static bool IsNumberWord(string word) => MeaningNumbers.Read([word], 0) is not null;

    // Somebody's words: at least five of them, and no title, whose words have capitals.
    private static bool IsQuotation(string sentence)
    {
        foreach (Match said in Said().Matches(sentence))
        {
            var words = said.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 5 && words.Count(w => char.IsUpper(w[0])) * 2 < words.Length) return true;
        }
        return false;
    }

    // Without what looks like a figure and is none.
    private static string Plain(string sentence)
    {
        var plain = Image().Replace(sentence, " ");
        plain = LinkText().Replace(plain, "${text}");
        plain = NoText().Replace(plain, " ");
        plain = Code().Replace(plain, " ");
        plain = Phone().Replace(plain, " ");
        plain = Label().Replace(plain, " ");
        plain = Named().Replace(plain, "${name}");
        plain = Counted().Replace(plain, " ");
        return plain.Replace("*", "", StringComparison.Ordinal).Replace("_", " ", StringComparison.Ordinal).Replace("|", " | ", StringComparison.Ordinal);
    }

    private const string Few = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    [GeneratedRegex(@"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<text>[^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s{1,9}""[^""\n]{0,300}"")?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex LinkText();

    // Footnotes, template code, addresses of pages and of letters, HTML, code.
    [GeneratedRegex(@"\[\^[^\]\n]{1,60}\]|\{[%{][^{}\n]{0,300}[%}]\}|https?://[^\s<>()]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}|</?\w[^<>\n]{0,300}>|`[^`\n]{1,300}`", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex NoText();

    // Versions, postcodes, names made of letters and figures: v2.0.1, version 10.2, 1200-161, COVID-19, A4, 24/7, #12.
    [GeneratedRegex(@"\bv?\d+\.\d+\.\d+[\w.-]*|\bv\d+(?:\.\d+)*\b|\b\d{4}-\d{3}\b(?!-)|\b\p{L}+-\d{1,3}\b|\b\p{Lu}{1,3}\d{1,4}\b|\b24/7\b|#\d+", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\d.,€$£])(?:\+|00)\d{1,3}(?:[ ()/.-]{0,2}\d{2,4}){2,5}\b|(?<![\d.,€$£])\(?0\d{1,4}\)?(?:[ /.-]\d{2,4}){2,4}\b|\b[2-9]\d{2}[ -]\d{3}[ -]\d{3,4}\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:sections?|steps?|chapters?|pages?|pp?\.|figures?|tables?|parts?|versions?|rooms?|forms?|numbers?|nos?\.|nr\.|questions?|points?|items?|volumes?|appendix|annex|floors?|lines?|gates?|platforms?|bus(?:es)?|trams?|routes?|highways?|types?|class|levels?|phases?|options?|episodes?|lessons?|boxes|box|model|tip|reason|mistake|example|note|zone|terminal|schedule)\s+(?:\d+(?:[.,]\d+)*[a-z]?|" + Few + @")\b(?!\s*(?:€|%|euros?\b|percent))(?:\s*(?:,|and|or|to|–|-)\s*\d+[a-z]?\b(?!\s*(?:€|%|euro|day|week|month|year)))*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Label();

    // A name with its number, where no counted thing follows: "Windows 11 is", "Terminal 2.", but not "Lisbon 30 people" or "March 12".
    [GeneratedRegex(@"(?<=\w[,;]? )(?<name>(?!Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{3}\b|Article|Art\b|Section)\p{Lu}\p{L}{2,}) \d{1,4}(?=\s*(?:$|[.,;:!?)]|(?:is|are|was|were|has|have|can|will|and|or|on|in|at|to|for|with|from)\b))(?<!\b(?:In|Since|By|Until|From|Before|After|Of|Around|Year) \d{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Named();

    // What counts the text's own parts, or nothing at all.
    [GeneratedRegex(@"\b(?:\d{1,2}|" + Few + @")\s+(?:(?:simple|easy|good|common|main|key|best|more|other|different|important|big|small|quick|short)\s+)?(?:tips|steps|ways|reasons|things|questions|mistakes|points|parts|sections|chapters|examples|options|facts|stages|lessons|ideas|minute read)\b|\btop\s+\d{1,3}\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Counted();

    // The number of a paragraph is none: "Article 12", "§ 7".
    [GeneratedRegex(@"(?:§{1,2}|\bArt(?:icles?\b|\.)|\b[Pp]aragraphs?)\s*\d+\w?(?:\s*(?:,|and|or|to|–|-)\s*\d+\w?\b)*", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex OfLaw();

    [GeneratedRegex(@"\b(?:\d{1,3}|" + Few + @") (?:out )?of (?:the |every )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Share();

    [GeneratedRegex(@"[“„](?<words>[^“”„\n]{10,})|^(?<words>[^“”„\n]{10,})”|«(?<words>[^«»\n]{10,})»|(?<![\w""])""(?<words>[^""\n]{10,})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Said();
}

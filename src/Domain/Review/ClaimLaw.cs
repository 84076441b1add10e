using System.Text.RegularExpressions;
using QuestCms.Domain.Ai;

namespace QuestCms.Domain.Review;

/// <summary>Whether a sentence tells what the law says: it names a law, or says what one must, may or must not do in a matter of offices.</summary>
internal static partial class ClaimLaw
{
    private static readonly string[] Binding = ["must", "must not", "need not"];

    public static bool IsRule(string plain, MeaningReader read)
    {
        var text = NoLaw().Replace(plain, " ");
        if (Law().IsMatch(text)) return true;
        return Matter().IsMatch(text) && read.Marks.Any(m => m.Kind == MeaningKind.Obligation && (Binding.Contains(m.Value) && IsObligation(m.Shown) || m.Value == "may" && IsRight(m, read.Words)));
    }

    // "Need" asks too little by itself: "you need patience for a visa".
    private static bool IsObligation(string shown) => !shown.Contains("possible", StringComparison.OrdinalIgnoreCase);

    // "Tenants may sublet" is a right, "the visa may take longer" a guess.
    private static bool IsRight(MeaningMark mark, IReadOnlyList<string> words) =>
        words[mark.At] is "allowed" or "permitted" or "entitled" || words[mark.At] == "may" && mark.At + 1 < words.Count && !Guess().IsMatch(words[mark.At + 1]);

    [GeneratedRegex(@"\blaw (?:firm|school|student|degree)s?\b|\blawyers?\b|\b\w+-in-law\b|\bMurphy.s law\b|\blaws? of (?:nature|physics|averages|large)\b|\blegal (?:advice|adviser|advisor|team|help|department|counsel)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex NoLaw();

    [GeneratedRegex(@"\b(?:[Ll]aws?|[Ss]tatut(?:es?|ory)|[Dd]ecree|[Oo]rdinance|[Rr]egulations?|[Dd]irective|[Ll]egislation|[Ll]egal(?:ly)?|[Ii]llegal(?:ly)?|[Uu]nlawful(?:ly)?|[Cc]onstitution|(?:[Cc]ivil|[Ll]abou?r|[Cc]riminal|[Pp]enal|[Tt]ax) [Cc]ode|[Tt]reaty|[Pp]unishable|[Oo]ffence|[Pp]rohibited|[Ss]upreme [Cc]ourt|[Ff]ines? (?:of|up to|between)|[Ff]ined)\b|§|\bArt(?:icles?\b|\.)\s*\d|\bSections?\s+\d+\w? of the \p{Lu}|\b\p{Lu}\w+ (?:Act|Code|Bill)\b", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Law();

    [GeneratedRegex(@"\b(?:visas?|permits?|residen(?:ce|cy|ts?)|passports?|tax(?:es|payers?|able)?|registers?|registered|registration|deregister|employ(?:ers?|ees?|ment)|tenants?|landlords?|notice|contracts?|licen[cs]es?|insur(?:ance|ed)|citizens?|nationals?|applicants?|appl(?:y|ication)|authorit(?:y|ies)|courts?|fines?|deadlines?|customs|immigration|pensions?|social security|wages?|deposits?|eligible|apostilles?|certificates?|declar(?:e|ation)|vat|work permit|minors?|rent(?:al)?|sublet|degree recognition|dual nationality|overstay)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Matter();

    [GeneratedRegex("^(?:take|vary|change|differ|depend|seem|cost|want|find|feel|also|be|have|look|sound|well|help|wonder|mean|prefer|like|even|still|end|lead|happen|come|get|not)$", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Guess();
}

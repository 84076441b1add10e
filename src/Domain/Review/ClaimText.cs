using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using QuestCms.Domain.Content;

namespace QuestCms.Domain.Review;

/// <summary>What of an article is read for claims, and when two sentences are the same: in their letters, figures, signs and addresses, whatever the emphasis, spacing and case.</summary>
public static partial class ClaimText
{
    private static readonly char[] Marks = ['*', '_', '`'];

    /// <summary>The summary and the body. A title promises, it does not tell.</summary>
    public static string Of(ArticleContent content) => content.Summary.Length == 0 ? content.Body : $"{content.Summary}\n\n{content.Body}";

    /// <summary>The sentences of a text by their key; of equal ones the first.</summary>
    public static IReadOnlyDictionary<string, string> SentencesOf(string text)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in TextSentences.Of(text)) sentences.TryAdd(KeyOf(place.In(text)), place.In(text));
        return sentences;
    }

    /// <summary>SHA-256 of the sentence without what does not matter, as hexadecimal.</summary>
    public static string KeyOf(string sentence) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(sentence))));

    /// <summary>The sentence as a person reads it: without marks, a link by its words, the cells of a row parted by points.</summary>
    public static string Shown(string sentence)
    {
        var plain = Link().Replace(Quoted().Replace(sentence, " "), "${text}");
        if (plain.StartsWith('|')) plain = string.Join(" · ", plain.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return Joined(Without(plain));
    }

    /// <summary>The addresses a sentence links to.</summary>
    public static IReadOnlyList<string> LinksOf(string sentence) => [.. Address().Matches(sentence).Select(m => m.Value.TrimEnd('.', ',', ';', ':', '!', '?')).Distinct(StringComparer.Ordinal)];

    /// <summary>The words alone, for finding what somebody quoted without its markup.</summary>
    internal static string Loose(string sentence)
    {
        var loose = new StringBuilder(sentence.Length);
        foreach (var c in Shown(sentence))
        {
            if (char.IsLetterOrDigit(c) || c is '€' or '$' or '£' or '%') loose.Append(char.ToUpperInvariant(c));
            else if (loose.Length > 0 && loose[^1] != ' ') loose.Append(' ');
        }
        return loose.ToString().TrimEnd();
    }

    private static string Normal(string sentence) => Joined(Without(Quoted().Replace(sentence, " ")).Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace('‘', '\'')).ToUpperInvariant();

    private static string Without(string text) => text.AsSpan().IndexOfAny(Marks) < 0 ? text : string.Concat(text.Split(Marks));

    private static string Joined(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The mark of a quotation before each of its lines.
    [GeneratedRegex(@"\n[ \t]*>[ \t]?", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s{1,9}""[^""\n]{0,300}"")?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Link();

    [GeneratedRegex(@"https?://[^\s<>()""]{1,2000}", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();
}

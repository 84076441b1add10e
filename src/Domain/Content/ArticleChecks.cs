using System.Text.RegularExpressions;

namespace QuestCms.Domain.Content;

/// <summary>How a check came out: it stops a submission, a reader will stumble, or all is well.</summary>
public enum CheckLevel { Missing, Advice, Fine }

/// <summary>One thing looked at before review, in a sentence, with the field it belongs to and the passage it speaks of.</summary>
public sealed record Check(CheckLevel Level, string Title, string Say, string Field, string? Quote = null);

/// <summary>What is looked at in every draft. Pure: the same text gives the same checks on the editor's side, in review and in tests.</summary>
public static partial class ArticleChecks
{
    public const int FewWords = 300;
    public const int FewHeadings = 2;
    public const int LongSentence = 35;
    public const int SeoTitleMost = 60;
    public const int SeoDescriptionLeast = 120;
    public const int SeoDescriptionMost = 155;

    /// <param name="pictures">What the library says of the pictures it shows; one that is missing is not spoken of.</param>
    public static IReadOnlyList<Check> Of(ArticleContent content, int words, IReadOnlyList<FrozenPicture>? pictures = null)
    {
        var checks = new List<Check>();
        void Missing(string title, string say, string field) => checks.Add(new(CheckLevel.Missing, title, say, field));
        void Advice(string title, string say, string field, string? quote = null) => checks.Add(new(CheckLevel.Advice, title, say, field, quote));

        if (content.Title.Trim().Length == 0) Missing("No title yet", "Readers and search engines see it first.", "title");
        if (content.Body.Trim().Length == 0) Missing("No text yet", "Write, or ask Claude for a draft.", "body");
        if (content.Slug.Length == 0) Missing("No slug yet", "It becomes the last part of the address.", "slug");
        if (content.Bylines.Length == 0) Missing("No byline yet", "Choose whose name readers see.", "bylines");
        if (content.Summary.Trim().Length == 0) Advice("No summary", "One or two sentences under the title, also for lists and feeds.", "summary");
        if (content.Category is null) Advice("No category", "Readers find it on no shelf.", "category");
        if (words is > 0 and < FewWords) Advice($"{words:N0} words", $"Pieces under {FewWords} words say little; most have 1,000 to 1,200.", "body");
        var headings = Headings().Count(content.Body);
        if (words >= FewWords && headings < FewHeadings) Advice(headings == 0 ? "No headings" : "One heading", "From two on, readers can find their way.", "body");
        var seoTitle = content.SeoTitle.Length > 0 ? content.SeoTitle : content.Title;
        if (seoTitle.Length > SeoTitleMost) Advice($"SEO title of {seoTitle.Length} characters", $"Search engines cut it after about {SeoTitleMost}.", "seoTitle");
        if (content.SeoDescription.Length is > 0 and (< SeoDescriptionLeast or > SeoDescriptionMost))
            Advice($"SEO description of {content.SeoDescription.Length} characters", $"{SeoDescriptionLeast} to {SeoDescriptionMost} are shown whole.", "seoDescription");
        foreach (Match image in ImageWithoutAlt().Matches(content.Body).Take(3)) Advice("A picture without a description", "Say in one sentence what it shows.", "body", image.Groups["src"].Value);
        if (pictures?.FirstOrDefault(p => p.Asset == content.Cover) is { AltText.Length: 0 }) Advice("The cover has no description", "Say in the media library in one sentence what it shows.", "cover");
        foreach (Match empty in EmptyLink().Matches(content.Body).Take(3)) Advice("A link that leads nowhere", "Its address is empty.", "body", empty.Value);
        if (LongestSentence(content.Body) is ( > LongSentence, var sentence, var count)) Advice($"One sentence of {count} words", $"Can stay; readers stumble from {LongSentence} words on.", "body", sentence);
        if (checks.Count == 0) checks.Add(new(CheckLevel.Fine, "Nothing missing", "Title, text, address, byline, summary and search preview are there.", "body"));
        return checks;
    }

    private static (int Words, string Sentence, int Count) LongestSentence(string body)
    {
        var longest = (Words: 0, Sentence: "", Count: 0);
        foreach (var paragraph in body.Split("\n\n"))
        {
            if (paragraph.Length == 0 || paragraph[0] is '|' or '#' or '`' or '<' or '>' or '-' or '*') continue;
            foreach (var sentence in SentenceEnd().Split(paragraph))
            {
                var words = sentence.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;
                if (words > longest.Words) longest = (words, sentence.Length > 120 ? sentence[..120] + "…" : sentence, words);
            }
        }
        return longest;
    }

    [GeneratedRegex(@"^#{1,6} \S", RegexOptions.Multiline, matchTimeoutMilliseconds: 500)]
    private static partial Regex Headings();

    [GeneratedRegex(@"!\[\]\((?<src>[^()\s]{1,500})", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex ImageWithoutAlt();

    [GeneratedRegex(@"(?<!!)\[[^\[\]\n]{1,200}\]\(\s?#?\)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex EmptyLink();

    [GeneratedRegex(@"(?<=[.!?…])\s+", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex SentenceEnd();
}

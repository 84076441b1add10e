using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>What the model says to one criterion: a whole number from 1 to 10, why, and the passages it speaks of, as they stand in the text.</summary>
public sealed record Finding(string Criterion, int Score, string Reason, IReadOnlyList<string> Quotes);

/// <summary>
/// What a model thinks of one revision, criterion by criterion. It is advice: no score of a person, no published score, and nothing is decided by it.
/// Its id is that of the generation it came from.
/// </summary>
public sealed class Assessment : AggregateRoot
{
    public const int MaxReason = 600;
    public const int MostQuotes = 5;
    public const int MaxQuote = 400;

    private Assessment() { }

    public GenerationId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    public int Revision { get; private set; }
    public string Model { get; private set; } = "";
    public string Prompt { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    /// <summary>Quotations that stand nowhere in the text and were left out.</summary>
    public int QuotesLost { get; private set; }

    /// <summary>The mean of the criteria, with one decimal. The AI score; no other score is made of it.</summary>
    public decimal Score => Math.Round(Findings.Average(f => (decimal)f.Score), 1, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Each criterion once, its score a whole number from 1 to 10, its reason given; quotations that are not in the text are left out and counted.
    /// Error: <c>assessment.shape</c> for everything else.
    /// </summary>
    public static Result<Assessment> Make(Generation generation, int revision, IReadOnlyList<string> criteria, IReadOnlyList<Finding> findings, string text, DateTimeOffset now)
    {
        if (criteria.Count == 0) return AssessmentErrors.Shape;
        var ordered = new List<Finding>();
        var lost = 0;
        var words = Normal(text);
        foreach (var criterion in criteria)
        {
            var mine = findings.Where(f => string.Equals(f.Criterion.Trim(), criterion, StringComparison.OrdinalIgnoreCase)).ToList();
            if (mine is not [var finding] || finding.Score is < 1 or > 10 || string.IsNullOrWhiteSpace(finding.Reason)) return AssessmentErrors.Shape;
            var located = finding.Quotes.Where(q => q.Length <= MaxQuote && Normal(q) is { Length: > 3 } quote && words.Contains(quote, StringComparison.Ordinal)).Take(MostQuotes).ToList();
            lost += finding.Quotes.Count(q => !string.IsNullOrWhiteSpace(q)) - located.Count;
            ordered.Add(finding with { Criterion = criterion, Reason = Short(finding.Reason.Trim()), Quotes = located });
        }
        return new Assessment
        {
            Id = generation.Id,
            Site = generation.Site,
            Article = generation.Article,
            Revision = revision,
            Model = generation.Model,
            Prompt = generation.Prompt,
            MadeAt = now,
            Findings = ordered,
            QuotesLost = lost,
        };
    }

    // A model quotes the words, not the marks and line breaks between them.
    private static string Normal(string text) => string.Join(' ', text.Split(Between, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    private static readonly char[] Between = [' ', '\n', '\r', '\t', '*', '_', '`', '#', '>', '"', '“', '”', '…'];

    private static string Short(string reason) => reason.Length <= MaxReason ? reason : reason[..(MaxReason - 1)] + "…";
}

/// <summary>Why an answer is no assessment.</summary>
public static class AssessmentErrors
{
    public static readonly Error Shape = Error.Unavailable("assessment.shape", "Claude’s answer had not the shape that was asked for, so nothing of it is shown. Ask again.");
}

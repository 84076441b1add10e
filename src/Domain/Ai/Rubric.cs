using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>One thing a piece is assessed by.</summary>
/// <param name="Guidance">What to look at, for whoever assesses.</param>
public sealed record Criterion(string Name, string Guidance);

/// <summary>By what a site's pieces are assessed: one to eight criteria. A site without a row has those of <see cref="Of"/>.</summary>
public sealed class Rubric : AggregateRoot
{
    public const int MostCriteria = 8;
    public const int MaxName = 40;
    public const int MaxGuidance = 300;

    private Rubric() { }

    public SiteId Site { get; private set; }
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public static Rubric Of(SiteId site) => new()
    {
        Site = site,
        Criteria =
        [
            new("Accuracy risk", "10 means that nothing a reader relies on is doubtful: figures, dates, prices and rules of law have a source or are certain; 1 that much of it may be wrong."),
            new("Structure", "Does each section do what its heading says, in the order a reader needs it?"),
            new("Usefulness", "Can the reader do something afterwards that they could not do before?"),
            new("Voice", "Plain, concrete, calm; figures rather than adjectives; no filler."),
            new("SEO", "Does the title say what readers search for, do headings answer their questions, is there a summary?"),
        ],
    };

    /// <summary>Errors: none or too many criteria, a name missing, over its limit or twice.</summary>
    public Result Change(IReadOnlyList<Criterion> criteria)
    {
        if (criteria.Count is 0 or > MostCriteria) return Error.Field("criteria", "rubric.count", $"A rubric has 1 to {MostCriteria} criteria, one on each line.");
        if (criteria.FirstOrDefault(c => c.Name.Length is 0 or > MaxName || c.Guidance.Length > MaxGuidance) is { } off)
            return Error.Field("criteria", "rubric.length", $"“{off.Name}”: a name has 1 to {MaxName} characters, what to look at at most {MaxGuidance}.");
        if (criteria.DistinctBy(c => c.Name.ToUpperInvariant()).Count() < criteria.Count) return Error.Field("criteria", "rubric.twice", "Two criteria have the same name.");
        Criteria = [.. criteria];
        Changed();
        Raise(new RubricChanged(Site, string.Join(", ", criteria.Select(c => c.Name))));
        return Result.Done;
    }
}

public sealed record RubricChanged(SiteId Site, string Criteria) : DomainEvent(Site.Value, Site.Value);

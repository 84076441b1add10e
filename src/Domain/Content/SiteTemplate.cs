using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>The sections a kind of article has on one site, in place of the house's. A site without a row for a kind has those of <see cref="Template.Of"/>.</summary>
public sealed class SiteTemplate : AggregateRoot
{
    public const int MostSections = 12;
    public const int MaxHeading = 100;
    public const int MaxGuidance = 300;

    private SiteTemplate() { }

    public SiteId Site { get; private set; }
    public ArticleKind Kind { get; private set; }
    public IReadOnlyList<TemplateSection> Sections { get; private set; } = [];

    public static SiteTemplate Of(SiteId site, ArticleKind kind) => new() { Site = site, Kind = kind, Sections = Template.Of(kind).Sections };

    /// <summary>The template as the rest of the house reads it.</summary>
    public Template AsTemplate() => Template.Of(Kind) with { Sections = Sections };

    /// <summary>Errors: none or too many sections, a heading missing, over its limit, twice or with a bar or a line break in it, guidance over its limit.</summary>
    public Result Change(IReadOnlyList<TemplateSection> sections)
    {
        if (sections.Count is 0 or > MostSections) return Error.Field("headings", "template.count", $"A template has 1 to {MostSections} sections.");
        if (sections.FirstOrDefault(s => s.Heading.Length is 0 or > MaxHeading) is { } off)
            return Error.Field("headings", "template.heading", off.Heading.Length == 0 ? $"The section “{Short(off.Guidance)}” has no heading." : $"“{Short(off.Heading)}”: a heading has at most {MaxHeading} characters.");
        if (sections.FirstOrDefault(s => s.Heading.AsSpan().ContainsAny('|', '\n')) is { } barred) return Error.Field("headings", "template.bar", $"“{Short(barred.Heading)}”: a heading is one line without a bar.");
        if (sections.FirstOrDefault(s => s.Guidance.Length > MaxGuidance) is { } wordy) return Error.Field("guidance", "template.guidance", $"“{wordy.Heading}”: the guidance has {wordy.Guidance.Length:N0} characters; {MaxGuidance} are the most.");
        if (sections.DistinctBy(s => s.Heading.ToUpperInvariant()).Count() < sections.Count) return Error.Field("headings", "template.twice", "Two sections have the same heading.");
        Sections = [.. sections];
        Changed();
        Raise(new TemplateChanged(Site, Kind.ToString(), string.Join(", ", sections.Select(s => s.Heading))));
        return Result.Done;
    }

    /// <summary>The house's sections hold again; the row goes with the save.</summary>
    public void GiveBack()
    {
        Changed();
        Raise(new TemplateDropped(Site, Kind.ToString()));
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}

public sealed record TemplateChanged(SiteId Site, string Kind, string Sections) : DomainEvent(Site.Value, Site.Value);
public sealed record TemplateDropped(SiteId Site, string Kind) : DomainEvent(Site.Value, Site.Value);

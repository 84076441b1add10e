namespace QuestCms.Domain.Content;

/// <summary>The sections a kind of article usually has, each with a line of guidance. Where Claude is not to be had, its outline stands in.</summary>
public sealed record Template(ArticleKind Kind, string Purpose, IReadOnlyList<TemplateSection> Sections)
{
    private static readonly Template[] All =
    [
        new(ArticleKind.Guide, "everything on one matter",
        [
            new("Who this is for", "Say in two sentences who reads this and what they can do afterwards."),
            new("The short version", "The answer first: what it takes, what it costs, how long it lasts."),
            new("Step by step", "The order that works, and why this order."),
            new("What it costs", "A table with each figure, its source and its date."),
            new("What goes wrong", "The two or three mistakes that cost most, and how to avoid them."),
        ]),
        new(ArticleKind.Tutorial, "step by step",
        [
            new("What you need", "Documents, accounts and time, as a list."),
            new("First step", "One action, and how to see that it worked."),
            new("Next steps", "One heading for each further step."),
            new("If it does not work", "The usual obstacle and the way round it."),
        ]),
        new(ArticleKind.News, "what changed, and when",
        [
            new("What changed", "The news in two sentences, with its date and source."),
            new("Who is concerned", "And who is not."),
            new("What to do now", "With the deadline."),
        ]),
        new(ArticleKind.Analysis, "what it means",
        [
            new("The question", "Why it matters now."),
            new("What the figures say", "Each with its source."),
            new("What speaks against it", "The strongest other view, fairly."),
            new("What follows", "For the reader, in plain words."),
        ]),
        new(ArticleKind.Comparison, "side by side",
        [
            new("What is compared, and how", "The criteria, and for whom they count."),
            new("Side by side", "One table."),
            new("The differences that decide", "Three at most."),
            new("Which one for whom", "A clear recommendation for each reader."),
        ]),
        new(ArticleKind.Review, "tried and judged",
        [
            new("What was tried", "When, for how long, by whom, paid by whom."),
            new("What is good", "With an example."),
            new("What is not", "With an example."),
            new("The judgement", "For whom it is worth it."),
        ]),
    ];

    public static Template Of(ArticleKind kind) => Array.Find(All, t => t.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, null);

    /// <summary>Markdown: each section as a heading and its guidance as a quotation to write over.</summary>
    public string Outline() => string.Join("\n\n", Sections.Select(s => s.Guidance.Length > 0 ? $"## {s.Heading}\n\n> {s.Guidance}" : $"## {s.Heading}")) + "\n";
}

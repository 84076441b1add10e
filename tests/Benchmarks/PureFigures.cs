using QuestCms.Domain.Content;
using QuestCms.Infrastructure.Rendering;

namespace QuestCms.Benchmarks;

/// <summary>What costs only the processor: rendering, and finding where each word came from.</summary>
internal static class PureFigures
{
    private static readonly Origin Person = new(OriginKind.Person, new Guid("00000000-0000-7000-8000-000000000001"));

    public static FigureGroup Measure()
    {
        var renderer = new MarkdownRenderer();
        double Render(string markdown) => Timings.Median(5, () => renderer.RenderAsync(markdown, CancellationToken.None).GetAwaiter().GetResult());
        var article = BenchTexts.Body(1, 1_200);
        var (one, two) = (new ArticleContent { Body = BenchTexts.Body(2, 6_000) }, new ArticleContent { Body = Reversed(BenchTexts.Body(3, 6_000)) });
        var plain = Render(article);
        var traced = Timings.Median(9, () => AuthorshipTracer.Trace(two, Person, new TraceSources(new TracedText(one, Authorship.AllOf(one, Person)))));
        var moved = new ArticleContent { Body = string.Join("\n\n", one.Body.Split("\n\n").Reverse()) };
        return new FigureGroup("Rendering and authorship", "In this process, medians after a warm-up.",
        [
            new("rendering 1,200 words", plain, "ms"),
            new("20,000 unclosed link openers", Render(new string('[', 20_000)), "ms", 1_000),
            new("20,000 nested quotes", Render(new string('>', 20_000) + " x"), "ms", 1_000),
            new("one line of 200 KB", Render(string.Concat(Enumerable.Repeat("word ", 40_000))), "ms", 1_000),
            new("authorship, two unrelated texts of 6,000 words", traced, "ms", 50),
            new("authorship, 6,000 words in another order of paragraphs", Timings.Median(9, () => AuthorshipTracer.Trace(moved, Person, new TraceSources(new TracedText(one, Authorship.AllOf(one, Person))))), "ms", 50),
            new("authorship of 6,000 words to rendering 1,200", traced / plain, "×"),
        ]);
    }

    // Letters backwards: as many words, none of them the same.
    private static string Reversed(string text) => string.Join(' ', text.Split(' ').Select(w => new string([.. w.Reverse()])));
}

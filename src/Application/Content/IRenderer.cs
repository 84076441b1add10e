using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Content;

/// <summary>
/// The one renderer: Markdown with HTML switched off, then an allow-list, for previews, reviews and readers alike. It can't be cancelled, so the
/// text is limited before: errors are <c>body.too_large</c> (over 200 KB) and <c>body.too_tangled</c> (nesting or open links beyond the limits, with the line).
/// </summary>
public interface IRenderer
{
    /// <summary>Counts up when the same Markdown would give other HTML.</summary>
    int Version { get; }

    Task<Result<Rendered>> RenderAsync(string markdown, CancellationToken ct);

    /// <summary>The same HTML with the words of each tint in a span of its class (<c>o-m</c>, <c>o-e</c>, <c>o-p</c>).</summary>
    Task<Result<Rendered>> RenderTintedAsync(string markdown, TintedText tint, CancellationToken ct);

    /// <summary>Where the top-level blocks of a text stand, in order: paragraphs, headings, whole lists and tables, as the editor parts it.</summary>
    Task<Result<List<Range>>> BlocksAsync(string markdown, CancellationToken ct);
}

/// <summary>A heading readers can go to.</summary>
public sealed record RenderedHeading(int Level, string Id, string Text);

/// <summary>What came of a text: safe HTML, the same without markup, its headings.</summary>
public sealed record Rendered(string Html, string PlainText, IReadOnlyList<RenderedHeading> Headings);

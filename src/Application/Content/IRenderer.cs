using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Content;

/// <summary>The one renderer: Markdown to safe HTML, for previews, reviews and readers alike.</summary>
public interface IRenderer
{
    Task<Result<Rendered>> RenderAsync(string markdown, CancellationToken ct);
    Task<Result<Rendered>> RenderTintedAsync(string markdown, IReadOnlyList<TintRun> tint, CancellationToken ct);
}

public sealed record Rendered(string Html);

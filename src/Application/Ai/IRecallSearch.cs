using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>By what is recalled.</summary>
public enum RecallBy { Model, Prompt, Source }

/// <summary>Finds the taken generations behind a recall; a narrow port over the database's own indexes.</summary>
public interface IRecallSearch
{
    /// <summary>Articles of the site, newest first, beyond <paramref name="after"/>, each with its taken generations of that model, that prompt version, or whose sources hold these words or this part of an address.</summary>
    Task<IReadOnlyList<(ArticleId Article, IReadOnlyList<GenerationId> Generations)>> FindAsync(SiteId site, RecallBy by, string value, ArticleId? after, int limit, CancellationToken ct);
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai;

/// <summary>What Claude is told of an article beside its text.</summary>
internal static class ToldSources
{
    /// <summary>The brief it was begun with; null where nobody briefed Claude for it.</summary>
    public static async Task<Brief?> BriefOfAsync(this IQuestDb db, ArticleId article, CancellationToken ct) => await db.Generations.AsNoTracking()
        .Where(g => g.Article == article && g.Agent == null && (g.Kind == GenerationKind.Draft || g.Kind == GenerationKind.Outline)).OrderByDescending(g => g.RequestedAt).Select(g => g.Brief).FirstOrDefaultAsync(ct);

    /// <summary>Of agents, those that were handed over, in that order; each as a brief says it.</summary>
    public static async Task<IReadOnlyList<string>> HandedAsync(this IQuestDb db, ArticleId article, CancellationToken ct) =>
        [.. (await db.AgentNotes.AsNoTracking().Where(n => n.Article == article && n.Kind == AgentNoteKind.Source && n.SettledAt == null && n.HandedAt != null).OrderBy(n => n.HandedAt).Take(AgentNote.MostHanded).ToListAsync(ct)).Select(n => n.InBrief())];

    /// <summary>The addresses of its brief, and every source handed over.</summary>
    public static async Task<IReadOnlyList<string>> SourcesToldAsync(this IQuestDb db, ArticleId article, CancellationToken ct) =>
        [.. Source.AddressesIn((await db.BriefOfAsync(article, ct))?.Sources ?? ""), .. await db.HandedAsync(article, ct)];
}

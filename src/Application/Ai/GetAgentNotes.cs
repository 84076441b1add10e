using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>What agents left beside an article and nobody put away: wishes for review, sources; newest first. Its words are an agent's, never checked.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetAgentNotes(ArticleId Article) : IQuery<IReadOnlyList<ShownAgentNote>>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

public sealed record ShownAgentNote(AgentNoteId Id, AgentNoteKind Kind, string Address, string Text, string By, DateTimeOffset At)
{
    /// <summary>Who hands it to Claude; null while nobody does.</summary>
    public string? HandedBy { get; init; }
}

internal sealed class GetAgentNotesHandler(IQuestDb db) : IQueryHandler<GetAgentNotes, IReadOnlyList<ShownAgentNote>>
{
    public async Task<Result<IReadOnlyList<ShownAgentNote>>> Handle(GetAgentNotes query, CancellationToken ct) =>
        await db.AgentNotes.AsNoTracking().Where(n => n.Article == query.Article && n.SettledAt == null).OrderByDescending(n => n.At).Take(AgentNote.MostSources)
            .Select(n => new ShownAgentNote(n.Id, n.Kind, n.Address, n.Text, n.AgentName, n.At) { HandedBy = db.People.Where(p => p.Id == n.HandedBy).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>A writer puts away what an agent left beside an article: a source, or its wish for review. Doing it again changes nothing. Error: NotFound.</summary>
[Requires(Permission.Write)]
public sealed record SettleAgentNote(AgentNoteId Note) : ICommand, IAbout<AgentNoteId>
{
    public AgentNoteId About => Note;
}

internal sealed class SettleAgentNoteHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<SettleAgentNote>
{
    public async Task<Result> Handle(SettleAgentNote command, CancellationToken ct)
    {
        if (await db.AgentNotes.FirstOrDefaultAsync(n => n.Id == command.Note, ct) is not { } note) return AgentErrors.NoSuchNote;
        note.Settle(acting.Me, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A writer hands a source that an agent left to Claude, or keeps it back: handed, its address is read and its note told with every passage and section asked for the article. It is quoted as data, like
/// any source. Errors: NotFound, <c>sources.handed</c> when five addresses are told already.
/// </summary>
[Requires(Permission.Write)]
public sealed record HandSourceToClaude(AgentNoteId Note, bool Handed) : ICommand, IAbout<AgentNoteId>
{
    public AgentNoteId About => Note;
}

internal sealed class HandSourceToClaudeHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<HandSourceToClaude>
{
    public async Task<Result> Handle(HandSourceToClaude command, CancellationToken ct)
    {
        if (await db.AgentNotes.FirstOrDefaultAsync(n => n.Id == command.Note, ct) is not { } note) return AgentErrors.NoSuchNote;
        if (command.Handed && note.HandedAt is null && (await db.SourcesToldAsync(note.Article, ct)).Count >= AgentNote.MostHanded) return AgentErrors.TooManyHanded(AgentNote.MostHanded);
        var done = command.Handed ? note.Hand(acting.Me, clock.GetUtcNow()) : note.KeepBack();
        if (done.Error is not null) return done;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

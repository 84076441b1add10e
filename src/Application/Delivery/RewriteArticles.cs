using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Makes the next batch of published articles anew that show something which changed; rows, events and the place where to go on are one save. Twice is once: a row that is right
/// stays. Errors: Unavailable while a picture is being made ready; the job comes again.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record RewriteArticles(RewritingId Rewriting) : ICommand;

internal sealed class RewriteArticlesHandler(IQuestDb db, Rewriter rewriter, IJobQueue jobs, TimeProvider clock) : ICommandHandler<RewriteArticles>
{
    public async Task<Result> Handle(RewriteArticles command, CancellationToken ct)
    {
        var rewriting = await db.Rewritings.FirstOrDefaultAsync(r => r.Id == command.Rewriting, ct);
        if (rewriting is null || rewriting.EndedAt is not null) return Result.Done;
        var now = clock.GetUtcNow();
        var (rows, last) = await rewriter.NextAsync(rewriting, ct);
        var (done, left) = (0, 0);
        foreach (var row in rows)
        {
            // Ids of events rise with their instant, and so do the sequences of one save.
            var outcome = await rewriter.RewriteAsync(row, rewriting.Thing, now.AddMilliseconds(done), ct);
            if (outcome.Error is { } refusal) return refusal;
            if (outcome.Value == Rewrite.Done) done++;
            else if (outcome.Value == Rewrite.Left) left++;
        }
        if (rewriting.Advance(last, done, left, now) is { } pause) await jobs.AgainAsync(JobKind.RewriteArticles, rewriting.Id.Value, now + pause, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

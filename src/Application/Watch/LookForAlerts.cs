using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Watch;

namespace QuestCms.Application.Watch;

/// <summary>
/// Looks at the house as this process sees it, and tells house administrators by mail, and who listens at QUEST_ALERT_WEBHOOK, what began or ended. Sent by each process once a minute; whatever they see,
/// each alert is said once.
/// </summary>
/// <param name="Process">Names this process among the others.</param>
[Requires(Permission.RunBackgroundWork)]
public sealed record LookForAlerts(string Process) : ICommand;

/// <summary>What this process sees.</summary>
public interface IHouseSights
{
    /// <summary>Null while the database is away.</summary>
    Task<HouseSight?> LookAsync(CancellationToken ct);
}

/// <summary>Says alerts to who listens outside; nothing happens where nobody does, and a listener who does not take it changes nothing.</summary>
public interface IAlertVoice
{
    Task SayAsync(IReadOnlyList<AlertNews> news, CancellationToken ct);
}

internal sealed class LookForAlertsHandler(IQuestDb db, IHouseSights sights, IAlertVoice voice, MailOutbox outbox, IMail post, DatabaseAlarm alarm, TimeProvider clock) : ICommandHandler<LookForAlerts>
{
    private static readonly TimeSpan SealsLately = TimeSpan.FromHours(1);

    public async Task<Result> Handle(LookForAlerts command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sight = await sights.LookAsync(ct);
        if (alarm.Look(sight is null, now) is { } news) await SayAtOnceAsync(news, ct);
        if (sight is null) return Result.Done;

        alarm.Administrators = await db.People.AsNoTracking().Where(p => p.IsHouseAdministrator && p.SuspendedAt == null).Select(p => p.Email).Take(50).ToListAsync(ct);
        var since = now - SealsLately;
        var isSealBroken = await db.AuditEntries.AnyAsync(e => e.IsSecurity && e.At >= since && e.What == nameof(SealMismatched), ct);
        var seen = AlertRules.Of(sight with { IsSealBroken = isSealBroken }).ToList();
        var board = await db.AlertBoards.FirstOrDefaultAsync(b => b.Id == AlertBoard.Only, ct);
        if (board is null) db.AlertBoards.Add(board = AlertBoard.Quiet());
        if (board.IsUntouchedBy(seen)) return Result.Done;
        var said = board.Look(command.Process, seen, now);
        foreach (var address in alarm.Administrators)
            foreach (var one in said) outbox.Put(Mail.Tell(MailId.New(now), address, Subject(one), one.Says, now));
        await db.SaveChangesAsync(ct); // another process was faster: this one's sight is told in a minute
        if (said.Count > 0) await voice.SayAsync(said, ct);
        return Result.Done;
    }

    // Without the database there is no row to send it from.
    private async Task SayAtOnceAsync(AlertNews news, CancellationToken ct)
    {
        await voice.SayAsync([news], ct);
        if (!post.IsSet) return;
        foreach (var address in alarm.Administrators) await post.SendAsync(new Letter(address, Subject(news), news.Says), ct);
    }

    private static string Subject(AlertNews news) => news.IsOver ? $"Over: {news.Kind}" : $"Quest needs a look: {news.Kind}";
}

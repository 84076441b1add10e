using Npgsql;
using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Work;

internal sealed class AgedRowKeeper(NpgsqlDataSource database) : IAgedRowKeeper
{
    // Small statements: none holds a lock or bloats the log for long, whatever piled up.
    private const int AtOnce = 2_000;

    public async Task ForgetAsync(AgedRows rows, DateTimeOffset before, CancellationToken ct)
    {
        int gone;
        do
        {
            await using var command = database.CreateCommand(SqlOf(rows));
            command.Parameters.Add(new() { Value = before.ToUniversalTime() });
            command.Parameters.Add(new() { Value = AtOnce });
            gone = await command.ExecuteNonQueryAsync(ct);
        }
        while (gone == AtOnce);
    }

    private static string SqlOf(AgedRows rows) => rows switch
    {
        AgedRows.BuriedJobs => "delete from work.jobs where id in (select id from work.jobs where state = 3 and run_at < $1 order by run_at limit $2)",
        AgedRows.SideCopies => "delete from content.side_copies where id in (select id from content.side_copies where kept_at < $1 order by kept_at limit $2)",
        AgedRows.AuditLines => "delete from audit.entries where id in (select id from audit.entries where at < $1 order by at limit $2)",
        AgedRows.Mails => "delete from identity.mails where id in (select id from identity.mails where at < $1 order by at limit $2)",
        AgedRows.AskCounts => "delete from work.ask_counts where key in (select key from work.ask_counts where until < $1 limit $2)",
        _ => throw new ArgumentOutOfRangeException(nameof(rows)),
    };
}

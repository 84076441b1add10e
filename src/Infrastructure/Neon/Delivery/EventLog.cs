using Npgsql;
using QuestCms.Application.Delivery;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>A piece of a site's event log, with how the log stood in the same moment.</summary>
/// <param name="Last">Sequence of the newest event.</param>
/// <param name="KeptAfter">Who stands before this sequence can't read on: what came next is not kept, or is of an earlier epoch.</param>
public sealed record LogPage(string Epoch, long Last, long KeptAfter, IReadOnlyList<LoggedEvent> Events)
{
    /// <summary>True when someone who stands there misses nothing by reading on.</summary>
    public bool CanReadOnFrom(LogPosition position) => position.Epoch == Epoch && CanReadOnFrom(position.Sequence);

    public bool CanReadOnFrom(long sequence) => sequence >= KeptAfter && sequence <= Last;
}

/// <summary>The event log, in the order of the commits. Rows and counter are read in one statement, so a row that is missing is missing for good.</summary>
public sealed class EventLog(DeliveryDataSource database)
{
    /// <summary>The events after a sequence, the oldest first; null when there is no such site.</summary>
    public async Task<LogPage?> AfterAsync(Guid site, long sequence, int limit, CancellationToken ct)
    {
        var rows = await database.ReadAsync("""
            select s.epoch, s.last_sequence, s.kept_after, e.epoch, e.sequence, e.type, e.at, e.article, e.asset, e.slug, e.previous_slug, e.locale, e.version, e.changed_fields, e.cache_tags
            from delivery.sites s left join lateral (
                select * from delivery.events where site = s.id and sequence > greatest($2, s.kept_after) order by sequence limit $3) e on true
            where s.id = $1 order by e.sequence
            """, [Id(site), new() { Value = sequence }, new() { Value = limit }],
            r => (Epoch: r.GetString(0), Last: r.GetInt64(1), KeptAfter: r.GetInt64(2), Event: r.IsDBNull(4) ? null : Read(site, r)), ct);
        return rows.Count == 0 ? null : new LogPage(rows[0].Epoch, rows[0].Last, rows[0].KeptAfter, [.. rows.Select(r => r.Event).OfType<LoggedEvent>()]);
    }

    private static LoggedEvent Read(Guid site, NpgsqlDataReader r) => new(site, r.GetString(3), r.GetInt64(4), r.GetString(5), r.GetFieldValue<DateTimeOffset>(6), r.IsDBNull(7) ? null : r.GetGuid(7),
        r.IsDBNull(8) ? null : r.GetGuid(8), r.GetString(9), r.IsDBNull(10) ? null : r.GetString(10), r.GetString(11), r.GetInt32(12), r.GetFieldValue<string[]>(13), r.GetFieldValue<string[]>(14));
}

using Npgsql;
using QuestCms.Application.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Writes to the log past the use cases, so on the house's own connection.</summary>
internal sealed class EventLogKeeper(NpgsqlDataSource database, SiteBoard board) : IEventLogKeeper
{
    // Small statements: none holds a lock or bloats the log for long, whatever piled up.
    private const int AtOnce = 2_000;

    public async Task ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        foreach (var site in await SitesAsync(ct))
        {
            bool more;
            do more = await ForgetSomeAsync(site, before.ToUniversalTime(), ct);
            while (more);
        }
    }

    public async Task StartEpochAsync(CancellationToken ct)
    {
        // A notice per site, as an event gives one: who follows looks at once.
        await using var command = database.CreateCommand($"""
            with anew as (update delivery.sites set epoch = {PublishedSiteConfiguration.EpochSql}, kept_after = last_sequence returning id, last_sequence)
            select pg_notify('delivery', id || ' ' || last_sequence) from anew
            """);
        await command.ExecuteNonQueryAsync(ct);
        board.LookAgain();
    }

    private async Task<List<Guid>> SitesAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id from delivery.sites");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var sites = new List<Guid>();
        while (await reader.ReadAsync(ct)) sites.Add(reader.GetGuid(0));
        return sites;
    }

    // First the mark, then the rows, in one transaction: nobody reads a log with a hole. Of each article the newest event stays, below the mark, where no reader comes.
    private async Task<bool> ForgetSomeAsync(Guid site, DateTimeOffset before, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new("""
            update delivery.sites s set kept_after = o.last from (
                select max(sequence) as last from (
                    select sequence, at from delivery.events e join delivery.sites k on k.id = e.site where e.site = $1 and e.sequence > k.kept_after order by sequence limit $3) next
                where at < $2) o
            where s.id = $1 and o.last > s.kept_after
            """) { Parameters = { new() { Value = site }, new() { Value = before }, new() { Value = AtOnce } } });
        batch.BatchCommands.Add(new("""
            with gone as (
                select e.id, e.article, e.sequence, e.asset from delivery.events e join delivery.sites s on s.id = e.site
                where e.site = $1 and e.sequence <= s.kept_after and e.sequence > s.kept_after - $2)
            delete from delivery.events e using gone
            where (e.article = gone.article and e.sequence < gone.sequence) or (e.id = gone.id and gone.article is null)
            """) { Parameters = { new() { Value = site }, new() { Value = (long)AtOnce } } });
        await batch.ExecuteNonQueryAsync(ct);
        return batch.BatchCommands[0].RecordsAffected > 0;
    }
}

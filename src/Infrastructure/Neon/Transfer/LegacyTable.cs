using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using QuestCms.Application.Transfer;

namespace QuestCms.Infrastructure.Neon.Transfer;

/// <summary>
/// Reads the earlier Quest CMS's table <c>public.articles</c>, by key, a page at a time, each in a transaction of its own that can only read: nothing is held while a piece is being
/// imported, and the table can't be changed from here. A row comes as JSON, so that columns it has more or less are no fault.
/// </summary>
public sealed class LegacyTable(NpgsqlDataSource database)
{
    private const int PageSize = 20;
    /// <summary>Bytes of a row as JSON; a larger one is left out, with a word.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private const string Sql = """
        select a.id, case when octet_length(to_jsonb(a)::text) <= $2 then to_jsonb(a)::text end
        from public.articles a where $1::uuid is null or a.id > $1::uuid order by a.id limit $3
        """;

    /// <exception cref="UnreadableExportException">The database can't be reached, or holds no such table; the message holds no secret.</exception>
    public async IAsyncEnumerable<ForeignItem> ReadAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        Guid? after = null;
        while (true)
        {
            var page = await PageAsync(after, ct);
            foreach (var (id, row) in page)
                yield return row is not null ? LegacyRow.Read(id, row) : new ForeignItem(LegacyRow.PathOf(id), null, $"The row is over {MostBytes / 1024 / 1024} MB.");
            if (page.Count < PageSize) yield break;
            after = page[^1].Id;
        }
    }

    private async Task<List<(Guid Id, string? Row)>> PageAsync(Guid? after, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var reading = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
            await using (var only = new NpgsqlCommand("set transaction read only", connection)) await only.ExecuteNonQueryAsync(ct);
            await using var command = new NpgsqlCommand(Sql, connection);
            command.Parameters.Add(new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
            command.Parameters.Add(new() { Value = MostBytes });
            command.Parameters.Add(new() { Value = PageSize });
            var rows = new List<(Guid, string?)>();
            await using (var reader = await command.ExecuteReaderAsync(ct))
                while (await reader.ReadAsync(ct)) rows.Add((reader.GetGuid(0), await reader.IsDBNullAsync(1, ct) ? null : reader.GetString(1)));
            await reading.CommitAsync(ct);
            return rows;
        }
        catch (PostgresException wrong)
        {
            throw new UnreadableExportException(wrong.SqlState switch
            {
                PostgresErrorCodes.UndefinedTable => "That database has no table public.articles.",
                PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction => "The table public.articles there is not the earlier Quest CMS’s: its column id is no uuid, or is missing.",
                PostgresErrorCodes.InsufficientPrivilege => "This role may not read public.articles there: grant it select.",
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "That database does not know this user with this password.",
                PostgresErrorCodes.InvalidCatalogName => "There is no database of that name on that server.",
                _ => $"The table public.articles can't be read there: PostgreSQL answers {wrong.SqlState}.",
            });
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new UnreadableExportException("That database can't be reached. What was read until now is imported; run it again.");
        }
    }
}

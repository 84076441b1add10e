using Npgsql;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>The database as delivery reaches it: the house's own, or a read-only role or replica where an operator gives one.</summary>
public sealed class DeliveryDataSource(NpgsqlDataSource source)
{
    public NpgsqlDataSource Source { get; } = source;

    /// <summary>All rows of one statement over the schema <c>delivery</c>.</summary>
    internal async Task<List<T>> ReadAsync<T>(string sql, IEnumerable<NpgsqlParameter> values, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }

    internal static NpgsqlParameter Id(Guid id) => new() { Value = id };
    internal static NpgsqlParameter Text(string text) => new() { Value = text };
    internal static NpgsqlParameter Time(DateTimeOffset at) => new() { Value = at.ToUniversalTime() };
}

using System.Security.Cryptography;
using Npgsql;

namespace QuestCms.Infrastructure.Neon;

/// <summary>How the schema differs from what the applied migrations make.</summary>
/// <param name="Wrong">What is missing or another, in lines: the program may fail on it.</param>
/// <param name="More">What stands there besides, in lines: it harms nothing by itself.</param>
/// <param name="NotCompared">Why no comparison could be made; null when it was.</param>
public sealed record Drift(IReadOnlyList<string> Wrong, IReadOnlyList<string> More, string? NotCompared = null)
{
    /// <summary>There is no house yet to differ.</summary>
    public bool IsEmpty { get; init; }

    public static Drift Unknown(string why) => new([], [], why);
}

/// <summary>
/// Compares the schema as it is with the schema as the same migrations make it in a database of their own, which is made beside it on the same server and removed again: so no version of the server, and no list
/// that somebody forgot to renew, makes a difference.
/// </summary>
public sealed class SchemaDrift(DatabaseAddresses addresses, TimeProvider clock)
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    public async Task<Drift> LookAsync(CancellationToken ct)
    {
        await using var database = HouseContexts.Direct(addresses, LockTimeout);
        var applied = await MigrationHistory.AppliedAsync(database, ct);
        if (applied.IsNone) return new([], []) { IsEmpty = true };
        if (applied.Unknown is { } newer) return Drift.Unknown($"a newer version applied {newer}, which this one does not know");
        var name = $"quest_schema_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        try
        {
            await DoAsync(database, $"create database {name} template template0", ct);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.FeatureNotSupported)
        {
            return Drift.Unknown("this role may not create a database to compare with (alter role … createdb)");
        }
        try
        {
            await using var fresh = HouseContexts.Direct(addresses, LockTimeout, name);
            await HouseContexts.MigrateToAsync(fresh, clock, Last(applied.House), Last(applied.Accounts), ct);
            return Compare(await SchemaPicture.TakeAsync(fresh, ct), await SchemaPicture.TakeAsync(database, ct));
        }
        finally
        {
            await DoAsync(database, $"drop database {name} with (force)", CancellationToken.None);
        }
    }

    internal static Drift Compare(Dictionary<string, string> meant, Dictionary<string, string> found)
    {
        var missing = meant.Keys.Except(found.Keys).ToList();
        // A table that is missing says so once, and so does one that is too many.
        var wrong = Whole(missing).Select(k => $"{k} is missing")
            .Concat(meant.Where(m => found.TryGetValue(m.Key, out var differs) && differs != m.Value).Select(m => m.Key.StartsWith("function ", StringComparison.Ordinal) ? $"{m.Key} is another one" : $"{m.Key} is “{found[m.Key]}”, not “{m.Value}”"));
        return new([.. wrong.Order(StringComparer.Ordinal)], [.. Whole([.. found.Keys.Except(meant.Keys)]).Select(k => $"{k} is none of ours").Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Whole(List<string> keys)
    {
        var tables = keys.Where(k => k.StartsWith("table ", StringComparison.Ordinal)).Select(k => k["table ".Length..]).ToList();
        return keys.Where(k => k.StartsWith("table ", StringComparison.Ordinal) || !tables.Exists(t => k.Contains($" {t}.", StringComparison.Ordinal) || k.Contains($" {t} ", StringComparison.Ordinal)));
    }

    // "0" is the state before the first.
    private static string Last(IReadOnlyList<string> migrations) => migrations.Count == 0 ? "0" : migrations[^1];

    private static async Task DoAsync(NpgsqlDataSource database, string sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}

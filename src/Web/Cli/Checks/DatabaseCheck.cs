using System.Globalization;
using System.Runtime.CompilerServices;
using QuestCms.Infrastructure.Neon;

namespace QuestCms.Web.Cli.Checks;

/// <summary>The database: that it can be reached over each of its addresses, is encrypted and new enough, migrated, whole, and what its migrations made.</summary>
internal sealed class DatabaseCheck(DatabaseAddresses addresses, int poolMax, bool isProduction, Func<string, CancellationToken, Task<DatabaseReport>> look, Func<string, CancellationToken, Task<string?>> reads, Func<CancellationToken, Task<Drift>> drift) : ICheck
{
    private const int Oldest = 150000;
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public async IAsyncEnumerable<Found> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var main = await look(addresses.Main, ct);
        if (main.Fault is { } fault)
        {
            yield return new("database", Finding.Wrong, $"The database {fault}.", "Look at host, user, password and database name in NEON_CONNECTION_STRING, and whether the server runs.");
            yield break;
        }
        foreach (var found in OfServer(main)) yield return found;
        if (addresses.Direct != addresses.Main)
        {
            var direct = await look(addresses.Direct, ct);
            yield return direct.Fault is { } closed ? new("direct address", Finding.Wrong, $"Past the pooler the database {closed}.", "Set NEON_DIRECT_CONNECTION_STRING to the address without -pooler: migrations and live readers need it.")
                : new("direct address", Finding.Fine, "The database answers past the pooler too.");
        }
        foreach (var found in OfSchema(main)) yield return found;
        if (main is { Applied: > 0, UnfinishedRestore: null })
            foreach (var found in OfDrift(await drift(ct))) yield return found;
        if (addresses.Delivery is { } delivery)
            yield return await reads(delivery, ct) is { } why ? new("delivery role", Finding.Wrong, $"The role of NEON_DELIVERY_CONNECTION_STRING {why}.", "grant usage on schema delivery and select on all its tables; docs/configuration.md has the line for later ones.")
                : new("delivery role", Finding.Fine, "It reads everything that is published.");
        if (main.People is { } people)
            yield return people > 0 ? new("people", Finding.Fine, $"{people} {(people == 1 ? "person has" : "people have")} an account.")
                : new("people", Finding.Wrong, "Nobody can sign in.", "Set QUEST_ADMIN_EMAIL and QUEST_ADMIN_PASSWORD and start, or run person add EMAIL --name NAME --house.");
    }

    private IEnumerable<Found> OfServer(DatabaseReport main)
    {
        var version = string.Create(English, $"PostgreSQL {main.Version / 10000}.{main.Version % 10000}");
        yield return main.Version >= Oldest ? new("database", Finding.Fine, $"{version} answers.") : new("database", Finding.Wrong, $"{version} is older than 15.", "Use version 15 or newer.");
        if (!main.Encrypted)
            yield return new("encryption", isProduction ? Finding.Wrong : Finding.Noted, "The connection to the database is not encrypted.", "Put sslmode=require into NEON_CONNECTION_STRING.");
        if (main.Missing is { Count: > 0 } missing && main.Applied > 0)
            yield return new("extensions", Finding.Wrong, $"The database has no {string.Join(", ", missing)}.", $"As its owner: {string.Join(" ", missing.Select(m => $"create extension {m};"))}");
        if (main.Connections < poolMax + 5)
            yield return new("connections", Finding.Wrong, $"The server allows {main.Connections} connections, and one process may take {poolMax}.", "Lower QUEST_DB_POOL_MAX, or use the pooled address.");
        if (Math.Abs(main.ClockSeconds) > 60)
            yield return new("clock", Finding.Noted, string.Create(English, $"The server's clock and this machine's are {Math.Abs(main.ClockSeconds):N0} seconds apart."), "Let both be set over the network: plans are carried out by the one, shown by the other.");
    }

    private static IEnumerable<Found> OfSchema(DatabaseReport main)
    {
        if (main.UnfinishedRestore is not null) yield return new("migrations", Finding.Wrong, "A restore of this database was interrupted: it is not whole.", "Run restore FILE again; it begins anew.");
        else if (main.Newer is { } newer) yield return new("migrations", Finding.Noted, $"A newer version of the program migrated this database ({newer}).", "Deploy that version here too; the older one goes on for a while.");
        else if (main.Pending > 0) yield return new("migrations", Finding.Wrong, $"{main.Pending} {(main.Pending == 1 ? "migration is" : "migrations are")} pending.", "Run migrate.");
        else yield return new("migrations", Finding.Fine, $"All {main.Applied} are applied.");
    }

    private static IEnumerable<Found> OfDrift(Drift drift)
    {
        if (drift.NotCompared is { } why) yield return new("schema", Finding.Noted, $"Not compared with its migrations: {why}.");
        foreach (var line in drift.Wrong) yield return new("schema", Finding.Wrong, $"{line}.", "Put it back as the migrations made it; migrate stops until then.");
        foreach (var line in drift.More) yield return new("schema", Finding.Noted, $"{line}.", "If nobody needs it, remove it.");
        if (drift is { NotCompared: null, Wrong.Count: 0, More.Count: 0 }) yield return new("schema", Finding.Fine, "It is what its migrations made.");
    }
}

using System.Globalization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Backups;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary><c>restore FILE</c>: into an empty database, verified; then says what opens with the keys that are there, and what is to be renewed.</summary>
internal static class RestoreVerb
{
    public const string Says = "restore FILE [--into NAME] [--check]: into an empty database, another one of the same server with --into; --check only reads the file";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args, "check");
        if (words.Plain is not [var given]) throw new UsageException(Says);
        var file = House.CallersPath(given);
        if (words.Has("check"))
        {
            var (header, manifest) = await BackupReader.CheckAsync(file, CancellationToken.None);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Whole: {manifest.Rows:N0} rows of {manifest.Tables.Count} tables and {manifest.Media.Files:N0} files of pictures, from {header.At:yyyy-MM-dd HH:mm} UTC, {(header.HasKeys ? "with" : "without")} keys."));
            return 0;
        }
        await using var here = await House.OpenAsync();
        var addresses = here.Services.GetRequiredService<Database>().Addresses;
        if (words.Has("into")) addresses = await NamedAsync(addresses, words.Must("into"));
        await using var house = await House.OpenAsync(("NEON_CONNECTION_STRING", addresses.Main), ("NEON_DIRECT_CONNECTION_STRING", addresses.Direct), ("NEON_DELIVERY_CONNECTION_STRING", null));
        var began = house.Services.GetRequiredService<TimeProvider>().GetTimestamp();
        var (made, whole) = await house.Services.GetRequiredService<Restorer>().RestoreAsync(file, Console.WriteLine, CancellationToken.None);
        var took = house.Services.GetRequiredService<TimeProvider>().GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored in {took:N1} s: {whole.Rows:N0} rows and {whole.Media.Files:N0} files of pictures, counted and hashed. Sites that follow the event log fetch everything once."));
        foreach (var line in await AfterwardsAsync(house, made.HasKeys)) Console.WriteLine(line);
        return 0;
    }

    // Another database of the same server; made when it is not there. An address would stand in the list of processes for all to read.
    private static async Task<DatabaseAddresses> NamedAsync(DatabaseAddresses addresses, string name)
    {
        if (name.Contains("://", StringComparison.Ordinal) || name.Contains('=', StringComparison.Ordinal)) throw new UsageException("--into wants the name of a database on the same server; for another server set NEON_CONNECTION_STRING, which no list of processes shows.");
        await using (var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(addresses.Direct) { Pooling = false }.ConnectionString))
        {
            await using var look = source.CreateCommand("select count(*) from pg_database where datname = $1");
            look.Parameters.Add(new() { Value = name });
            if (await look.ExecuteScalarAsync() is 0L)
            {
                await using var make = source.CreateCommand($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" template template0");
                await make.ExecuteNonQueryAsync();
            }
        }
        string In(string address) => new NpgsqlConnectionStringBuilder(address) { Database = name }.ConnectionString;
        return new(In(addresses.Main), In(addresses.Direct), null);
    }

    /// <summary>What opens and what does not, tried out.</summary>
    private static async Task<IReadOnlyList<string>> AfterwardsAsync(House house, bool withKeys)
    {
        await using var scope = house.Begin();
        return await AfterwardsAsync(scope.ServiceProvider, withKeys);
    }

    internal static async Task<IReadOnlyList<string>> AfterwardsAsync(IServiceProvider scope, bool withKeys)
    {
        // Before anything is opened: a ring without keys makes one for itself then.
        var ring = withKeys && Opens(scope.GetRequiredService<IKeyManager>());
        var db = scope.GetRequiredService<IQuestDb>();
        var secrets = scope.GetRequiredService<IWebhookSecrets>();
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var closed = (await db.WebhookEndpoints.AsNoTracking().ToListAsync()).Where(w => secrets.Open(w.Secret) is null).Select(w => w.Host).ToList();
        var previews = await db.PreviewLinks.CountAsync(p => p.RevokedAt == null && p.EndsAt > now);
        var lines = new List<string> { "Sign-in: passwords and second factors work as before." };
        if (ring && closed.Count == 0)
        {
            lines.Add("Sessions, links that were sent, previews and webhook secrets work as before: the keys of the backup open here.");
            return lines;
        }
        lines.Add("Sessions: everybody signs in anew, and links that were sent are over; person reset EMAIL makes another.");
        lines.Add(previews == 0 ? "Previews: none was open." : $"Previews: {previews} shared {(previews == 1 ? "link opens" : "links open")} no more; share them anew.");
        lines.Add(closed.Count == 0 ? "Webhooks: every secret opens." : $"Webhooks: {closed.Count} {(closed.Count == 1 ? "secret opens" : "secrets open")} no more, so nothing is sent to {string.Join(", ", closed.Distinct())}: give each a new secret under Administration, Webhooks, and to its receiver.");
        lines.Add("Provenance: another key signs from the next card on; what was signed stays true.");
        return lines;
    }

    private static bool Opens(IKeyManager keys)
    {
        var all = keys.GetAllKeys().Where(k => !k.IsRevoked).ToList();
        return all.Count > 0 && all.TrueForAll(k =>
        {
            try
            {
                return k.CreateEncryptor() is not null;
            }
            catch (Exception closed) when (closed is System.Security.Cryptography.CryptographicException or InvalidOperationException)
            {
                return false;
            }
        });
    }
}

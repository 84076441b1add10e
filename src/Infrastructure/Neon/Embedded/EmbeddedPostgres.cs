using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace QuestCms.Infrastructure.Neon.Embedded;

/// <summary>The private server can't be had; the message is one sentence for a person.</summary>
public sealed class EmbeddedPostgresException(string message) : Exception(message);

/// <summary>
/// A private PostgreSQL server in a data folder: unix socket only, a random password, shared by every process on that folder and stopped by the last
/// of them. A server left by a crash is adopted.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string User = "questcms";
    private readonly ServerFolder _folder;
    private readonly ServerProgram _program;
    private FileStream? _use;

    private EmbeddedPostgres(ServerFolder folder, ServerProgram program, FileStream use) => (_folder, _program, _use) = (folder, program, use);

    /// <summary>The folder the cluster really lives in; another than asked for when that one is closed to the server's user.</summary>
    public string Folder => _folder.Root;

    /// <param name="dataFolder">Absolute path; made when missing.</param>
    /// <param name="binaries">QUEST_POSTGRES_BIN; null to look for them.</param>
    /// <param name="serverOptions">Further <c>-c name=value</c>, as tests use.</param>
    public static async Task<EmbeddedPostgres> StartAsync(string dataFolder, string? binaries, IReadOnlyList<string> serverOptions, CancellationToken ct)
    {
        var found = PostgresBinaries.Find(binaries)
            ?? throw new EmbeddedPostgresException($"PostgreSQL's server programs (version {PostgresBinaries.Oldest} or newer) are not here: install Debian's package postgresql, or set QUEST_POSTGRES_BIN, or NEON_CONNECTION_STRING to use another database.");
        var program = new ServerProgram(found);
        var folder = ServerFolder.Open(dataFolder, program.RunAs);
        await using (await FileLock.TakeAsync(folder.StartLock, ct))
        {
            if (!folder.IsInitialised) await program.InitialiseAsync(folder, User, NewPassword(folder), ct);
            var state = folder.Look();
            if (state != ServerState.Alive) await StartServerAsync(program, folder, serverOptions, afterCrash: state == ServerState.Crashed, ct);
            // A shared hold on this file says "someone uses the server"; the one who gets it alone stops it.
            var use = new FileStream(folder.UseLock, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            return new EmbeddedPostgres(folder, program, use);
        }
    }

    public string ConnectionStringFor(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder.Sockets,
        Username = User,
        Password = File.ReadAllText(_folder.PasswordFile).Trim(),
        Database = database,
        NoResetOnClose = true,
        GssEncryptionMode = GssEncryptionMode.Disable,
        MaxPoolSize = 20,
        MaxAutoPrepare = ConnectionStrings.MostPrepared,
    }.ConnectionString;

    public async Task CreateDatabaseIfMissingAsync(string database, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionStringFor("postgres")) { Pooling = false }.ConnectionString);
        await using (var look = source.CreateCommand("select 1 from pg_database where datname = $1"))
        {
            look.Parameters.Add(new() { Value = database });
            if (await look.ExecuteScalarAsync(ct) is not null) return;
        }
        await using var create = source.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"create database \"{database.Replace("\"", "", StringComparison.Ordinal)}\""));
        try
        {
            await create.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException twice) when (twice.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it in the same moment.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_use is null) return;
        await _use.DisposeAsync();
        _use = null;
        await using var starting = await FileLock.TakeAsync(_folder.StartLock, CancellationToken.None);
        if (FileLock.IsFree(_folder.UseLock)) await _program.StopAsync(_folder);
    }

    // A killed server's children live on for a moment and keep its memory, so that a new one is refused: then it is tried again for a while.
    private static async Task StartServerAsync(ServerProgram program, ServerFolder folder, IReadOnlyList<string> options, bool afterCrash, CancellationToken ct)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var left = afterCrash ? 50 : 0; ; left--)
        {
            try
            {
                await program.StartAsync(folder, options, ct);
                return;
            }
            catch (EmbeddedPostgresException) when (left > 0)
            {
                await again.WaitForNextTickAsync(ct);
            }
        }
    }

    private static string NewPassword(ServerFolder folder)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        ServerFolder.WriteSecret(folder.PasswordFile, password);
        return password;
    }
}

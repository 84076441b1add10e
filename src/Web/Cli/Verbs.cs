using MediatR;
using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary>A command of the shell: its words, what it does, and what it runs. Exit code 0 means done.</summary>
internal sealed record Verb(string Name, string Says, Func<string[], Task<int>> Run)
{
    /// <summary>Runs it; a wrong setting or a missing part is one line, never a stack trace.</summary>
    public Task<int> RunAsync(string[] args) => RunAsync(args, Console.Error);

    public async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            return await Run(args);
        }
        catch (Exception said) when (said is SettingException or UsageException or OperatorException)
        {
            await errors.WriteLineAsync(said.Message);
            return 1;
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            await errors.WriteLineAsync("The database has no tables of this house yet: run migrate first.");
            return 1;
        }
        catch (PostgresException refused)
        {
            // Its message names what stands in the way; what rows hold stands in its detail, which is not shown.
            await errors.WriteLineAsync($"The database refused ({refused.SqlState}): {refused.MessageText}");
            return 1;
        }
        catch (NpgsqlException away)
        {
            await errors.WriteLineAsync($"The database is away: {away.Message} doctor says more.");
            return 1;
        }
    }
}

/// <summary>The words after the verb are off.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Every command of the shell.</summary>
internal static class Verbs
{
    private static readonly Verb[] All =
    [
        new("stand-ins", "starts stand-ins for Claude and Replicate on this machine and prints the settings that use it", StandInsVerb.RunAsync),
        new("doctor", DoctorVerb.Says, DoctorVerb.RunAsync),
        new("migrate", MigrateVerb.Says, MigrateVerb.RunAsync),
        new("backup", BackupVerb.Says, BackupVerb.RunAsync),
        new("restore", RestoreVerb.Says, RestoreVerb.RunAsync),
        new("person", PersonVerb.Says, PersonVerb.RunAsync),
        new("key", KeyVerb.Says, KeyVerb.RunAsync),
        new("webhook", WebhookVerb.Says, WebhookVerb.RunAsync),
        new("provenance", ProvenanceVerb.Says, ProvenanceVerb.RunAsync),
        new("restored", "after a restore of the database by other means (a branch, pg_restore): starts another epoch of the event log, so that sites fetch anew", RestoredAsync),
        new("openapi", OpenApiVerb.Says, OpenApiVerb.RunAsync),
        new("smoke", SmokeVerb.Says, SmokeVerb.RunAsync),
        new("run-production", ProductionVerb.Says, ProductionVerb.RunAsync),
        new("export", ExportVerb.Says, ExportVerb.RunAsync),
        new("railway", RailwayVerb.Says, RailwayVerb.RunAsync),
        new("import", ImportWords.Says, ImportVerb.RunAsync),
    ];

    public static Verb? Find(string[] args) => args.Length == 0 || args[0].StartsWith('-') ? null
        : Array.Find(All, v => v.Name == args[0]) ?? Unknown(args[0]);

    private static Verb Unknown(string word) => new(word, "", _ => throw new UsageException($"There is no command “{word}”. There are: {string.Join(", ", All.Select(v => v.Name))}."));

    private static async Task<int> RestoredAsync(string[] args)
    {
        await using var house = await House.OpenAsync();
        await using var scope = house.Begin();
        if ((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new StartEpoch())).Error is { } error) throw new UsageException(error.Message);
        Console.WriteLine("Another epoch of the event log begins: sites that follow it fetch everything once.");
        return 0;
    }
}

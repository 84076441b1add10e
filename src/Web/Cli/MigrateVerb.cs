using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Backups;

namespace QuestCms.Web.Cli;

/// <summary>
/// <c>migrate</c>: once, whoever else tries at the same time. When something is pending, the schema is first held to what its migrations make, then backed up where that was asked, then migrated.
/// </summary>
internal static class MigrateVerb
{
    public const string Says = "migrate [--backup FILE] [--despite-drift]: applies pending migrations once, whoever else tries at the same time";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args, "despite-drift");
        if (words.Plain.Length > 0) throw new UsageException(Says);
        await using var house = await House.OpenAsync();
        var clock = house.Services.GetRequiredService<TimeProvider>();
        var file = words.Has("backup") ? BackupVerb.FileOf(words.Must("backup"), clock) : null;
        var applied = await house.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None, async () =>
        {
            var drift = await house.Services.GetRequiredService<SchemaDrift>().LookAsync(CancellationToken.None);
            Tell(drift);
            if (drift.Wrong.Count > 0 && !words.Has("despite-drift"))
                throw new OperatorException("The schema is not what its migrations made, so nothing was migrated. Put back what is missing or different, or migrate with --despite-drift.");
            if (file is not null && !drift.IsEmpty) await BackupVerb.WriteAsync(house.Services.GetRequiredService<BackupWriter>(), file, withKeys: true);
        });
        Console.WriteLine(applied == 0 ? "The database is up to date." : $"{applied} {(applied == 1 ? "migration was" : "migrations were")} applied. The database is up to date.");
        return 0;
    }

    private static void Tell(Drift drift)
    {
        foreach (var line in drift.Wrong) Console.Error.WriteLine($"Drift: {line}.");
        foreach (var line in drift.More) Console.Error.WriteLine($"Besides: {line}; it is left alone.");
        if (drift.NotCompared is { } why) Console.Error.WriteLine($"The schema was not compared with its migrations: {why}.");
    }
}

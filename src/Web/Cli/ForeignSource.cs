using Npgsql;
using QuestCms.Application.Transfer;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Transfer;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary>Opens what an operator named and answers its pieces one after another.</summary>
internal static class ForeignSource
{
    /// <summary>Holds the address of the earlier database, where it shall not stand in a list of processes.</summary>
    private const string AddressSetting = "QUEST_LEGACY_CONNECTION_STRING";

    /// <exception cref="UsageException">There is no address, or it is none.</exception>
    /// <exception cref="UnreadableExportException">It can't be read, or not on.</exception>
    public static async IAsyncEnumerable<ForeignItem> ReadAsync(ImportWords asked, IServiceProvider services)
    {
        if (asked.Format == ImportFormat.Legacy)
        {
            await using var other = Other(asked.Root, services);
            await foreach (var item in new LegacyTable(other ?? services.GetRequiredService<NpgsqlDataSource>()).ReadAsync()) yield return item;
            yield break;
        }
        await using var file = Open(asked.Root);
        foreach (var item in asked.Format == ImportFormat.Ghost ? GhostExport.Read(file) : WordPressExport.Read(file)) yield return item;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableExportException($"The file {path} may not be opened.");
        }
    }

    // Null: the house's own database. Two connections are enough, for one page at a time.
    private static NpgsqlDataSource? Other(string address, IServiceProvider services)
    {
        if (address == "same") return null;
        var environment = services.GetRequiredService<IHostEnvironment>();
        if (address.Length > 0)
            try
            {
                return NpgsqlDataSource.Create(ConnectionStrings.Parse(address, poolMax: 2, verify: environment.IsProduction()));
            }
            catch (FormatException wrong)
            {
                throw new UsageException($"The address {wrong.Message} Nothing was imported.");
            }
        return Settings.Address(environment, services.GetRequiredService<IConfiguration>(), AddressSetting) is { } said ? NpgsqlDataSource.Create(said)
            : throw new UsageException("Say where the earlier table is: “same” for this database, or an address, here or as QUEST_LEGACY_CONNECTION_STRING in the environment.");
    }
}

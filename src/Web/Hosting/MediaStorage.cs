using QuestCms.Infrastructure.Storage;

namespace QuestCms.Web.Hosting;

/// <summary>Where pictures lie, by QUEST_STORAGE: the data folder in Development, the database elsewhere. What can't be is one line and no start.</summary>
internal static class MediaStorage
{
    private const string Setting = "QUEST_STORAGE";

    /// <exception cref="SettingException">A folder outside Development, a bucket, or no place at all.</exception>
    public static StorageAddress Find(IHostEnvironment environment, IConfiguration configuration)
    {
        if (configuration[Setting] is not { } given || string.IsNullOrWhiteSpace(given))
            return environment.IsDevelopment() ? new StorageAddress(Path.Combine(Database.DataFolder(configuration), "media")) : StorageAddress.Database;
        given = given.Trim();
        if (given.Equals("database", StringComparison.OrdinalIgnoreCase)) return StorageAddress.Database;
        if (given.Contains("://", StringComparison.Ordinal)) throw new SettingException(Setting, "names a bucket or another server, which this version cannot use. Leave it out: pictures lie in the database then.");
        if (environment.IsProduction()) throw new SettingException(Setting, "is a folder of this machine, which a deployment loses with it. Leave it out: pictures lie in the database then.");
        return new StorageAddress(Path.GetFullPath(given));
    }
}

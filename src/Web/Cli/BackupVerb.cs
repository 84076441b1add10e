using System.Globalization;
using QuestCms.Infrastructure.Neon.Backups;

namespace QuestCms.Web.Cli;

/// <summary><c>backup FILE</c>: the whole house as one file, while it goes on working.</summary>
internal static class BackupVerb
{
    public const string Says = "backup FILE [--without-keys]: everything, pictures too, as one file; into a folder, a file named by the time";

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args, "without-keys");
        if (words.Plain is not [var given]) throw new UsageException(Says);
        await using var house = await House.OpenAsync();
        await WriteAsync(house.Services.GetRequiredService<BackupWriter>(), FileOf(given, house.Services.GetRequiredService<TimeProvider>()), !words.Has("without-keys"));
        return 0;
    }

    public static async Task WriteAsync(BackupWriter writer, string file, bool withKeys)
    {
        var (manifest, bytes) = await writer.WriteAsync(file, withKeys, CancellationToken.None);
        Console.WriteLine(string.Create(English, $"{file}: {manifest.Rows:N0} rows of {manifest.Tables.Count} tables, {manifest.Media.Files:N0} files of pictures, {bytes / 1024.0 / 1024:N1} MB."));
        Console.WriteLine(withKeys ? "It holds the keys that sign people in: keep it as you keep a password." : "The data-protection keys are not in it: after a restore everybody signs in anew, and webhooks need new secrets.");
    }

    /// <exception cref="UsageException">Its folder is not there.</exception>
    public static string FileOf(string given, TimeProvider clock)
    {
        var path = House.CallersPath(given);
        if (Directory.Exists(path)) path = Path.Combine(path, $"quest-{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", English)}.tar");
        return Directory.Exists(Path.GetDirectoryName(path)) ? path : throw new UsageException($"There is no folder {Path.GetDirectoryName(path)}.");
    }
}

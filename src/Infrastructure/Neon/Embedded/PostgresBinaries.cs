using System.Globalization;

namespace QuestCms.Infrastructure.Neon.Embedded;

/// <summary>Finds PostgreSQL's server binaries: QUEST_POSTGRES_BIN, Debian's layout newest first, PATH; version 15 or newer.</summary>
public static class PostgresBinaries
{
    public const int Oldest = 15;
    private const string DebianLayout = "/usr/lib/postgresql";

    /// <summary>The folder with <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; null when there is none.</summary>
    public static string? Find(string? given)
    {
        if (!string.IsNullOrWhiteSpace(given)) return IsComplete(given) ? given : null;
        var debian = Directory.Exists(DebianLayout)
            ? Directory.GetDirectories(DebianLayout)
                .Select(d => (Path: Path.Combine(d, "bin"), Version: int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0))
                .Where(d => d.Version >= Oldest).OrderByDescending(d => d.Version).Select(d => d.Path)
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).FirstOrDefault(IsComplete);
    }

    private static bool IsComplete(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres"));
}

using System.Globalization;

namespace QuestCms.Infrastructure;

/// <summary>What this process uses, and what the container may use at most, by its control group (version 2, else 1).</summary>
public static class ContainerMemory
{
    // Version 1 says "no limit" as a number near the largest there is.
    private const long NoLimit = 1L << 60;

    /// <summary>Bytes in memory now.</summary>
    public static long Used => Environment.WorkingSet;

    /// <summary>Bytes; null where nothing limits it. Read once: a container's limit does not change while it runs.</summary>
    public static long? Limit { get; } = Read("/sys/fs/cgroup/memory.max") ?? Read("/sys/fs/cgroup/memory/memory.limit_in_bytes");

    /// <summary>What a limit file says: a number of bytes; null for "max", for what is as good as none, and for anything else.</summary>
    public static long? Parse(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes is > 0 and < NoLimit ? bytes : null;

    private static long? Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}

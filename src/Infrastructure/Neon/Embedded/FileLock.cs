namespace QuestCms.Infrastructure.Neon.Embedded;

/// <summary>A file held open alone. The operating system lets go of it with the process, also after a crash.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task<FileStream> TakeAsync(string path, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Somebody starts or stops the server just now.
                await again.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    /// <summary>True when nobody holds it, shared or alone.</summary>
    public static bool IsFree(string path)
    {
        try
        {
            using var alone = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

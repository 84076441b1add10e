using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Infrastructure.Neon.Embedded;

internal enum ServerState { Stopped, Alive, Crashed }

/// <summary>Where the private server keeps what: the cluster, its password, its sockets, its locks.</summary>
internal sealed class ServerFolder
{
    private ServerFolder(string root)
    {
        Root = root;
        // Socket paths may have 107 bytes: a short name under the temp folder stands for a long one.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..12];
        Sockets = Path.Combine(Path.GetTempPath(), $"quest-{name}");
    }

    public string Root { get; }
    public string Sockets { get; }
    public string Cluster => Path.Combine(Root, "postgres");
    public string PasswordFile => Path.Combine(Root, "postgres-password");
    public string Log => Path.Combine(Root, "postgres.log");
    public string StartLock => Path.Combine(Root, "postgres-start.lock");
    public string UseLock => Path.Combine(Root, "postgres-use.lock");

    public bool IsInitialised => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    /// <summary>Makes the folders. As root the server runs as another user: a folder that user can't reach gives way to one of the system's.</summary>
    public static ServerFolder Open(string dataFolder, string? runAs)
    {
        var folder = new ServerFolder(Path.GetFullPath(dataFolder));
        if (runAs is not null && !IsReachable(folder.Root))
        {
            var elsewhere = Path.Combine("/var/lib/quest", Path.GetFileName(folder.Sockets));
            Console.WriteLine($"{folder.Root} is closed to the user {runAs}, whom PostgreSQL runs as: its data goes to {elsewhere}.");
            folder = new ServerFolder(elsewhere);
        }
        Directory.CreateDirectory(folder.Root);
        Directory.CreateDirectory(folder.Sockets);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Sockets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    /// <summary>Whether a postgres of this very cluster lives. A number left behind by a crash, or given to another process since, is taken away.</summary>
    public ServerState Look()
    {
        var file = Path.Combine(Cluster, "postmaster.pid");
        if (!File.Exists(file)) return ServerState.Stopped;
        var first = File.ReadLines(file).FirstOrDefault();
        try
        {
            // A dead one that nobody has buried yet has an empty command line.
            var command = int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? File.ReadAllText($"/proc/{id}/cmdline") : "";
            if (command.Contains("postgres", StringComparison.Ordinal) && command.Contains(Cluster, StringComparison.Ordinal)) return ServerState.Alive;
        }
        catch (IOException)
        {
            // No such process.
        }
        File.Delete(file);
        return ServerState.Crashed;
    }

    /// <summary>A file only its owner can read.</summary>
    public static void WriteSecret(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(secret + "\n"));
    }

    private static bool IsReachable(string folder)
    {
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
            if (parent.Exists && !OperatingSystem.IsWindows() && !File.GetUnixFileMode(parent.FullName).HasFlag(UnixFileMode.OtherExecute)) return false;
        return true;
    }
}

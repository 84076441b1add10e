using System.Diagnostics;
using System.Text.RegularExpressions;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Hosting;

/// <summary>
/// What the Dockerfile makes: published once by the command that stands in it, into a folder every user may read. Machine code is left out: it takes a minute to make, and
/// <c>./quest bench</c> measures with it.
/// </summary>
public sealed partial class PublishedProgram : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"quest-published-{Environment.ProcessId}");

    public string Dockerfile { get; } = File.ReadAllText(Path.Combine(ProjectFolder.Root, "Dockerfile"));
    public string Dll => Path.Combine(_folder, EntryPoint[1]);

    /// <summary>Words of the exec-form entry point.</summary>
    public string[] EntryPoint => [.. Word().Matches(Entry().Match(Dockerfile).Groups[1].Value).Select(w => w.Groups[1].Value)];

    /// <summary>Another user than root, where the tests run as root.</summary>
    public static string? Nobody => Environment.UserName == "root" ? "nobody" : null;

    public async ValueTask InitializeAsync()
    {
        var command = Publish().Match(Dockerfile).Groups[1].Value.Replace("/app", _folder, StringComparison.Ordinal).Replace(" -p:Ship=true", "", StringComparison.Ordinal).Split(' ');
        var start = new ProcessStartInfo("dotnet", command) { WorkingDirectory = ProjectFolder.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        using var publish = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var said = await Task.WhenAll(publish.StandardOutput.ReadToEndAsync(), publish.StandardError.ReadToEndAsync());
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException(string.Concat(said));
    }

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("^RUN dotnet (publish .*)$", RegexOptions.Multiline)]
    private static partial Regex Publish();

    [GeneratedRegex(@"^ENTRYPOINT \[(.*)\]$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Word();
}

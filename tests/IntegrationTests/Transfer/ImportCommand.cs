using System.Diagnostics;
using System.Text;
using QuestCms.Web.Cli;

namespace QuestCms.IntegrationTests.Transfer;

/// <summary>The real command on the database of a test, in a process of its own or in this one: what it says and how it ends. The folder of posts is made for it.</summary>
internal sealed class ImportCommand : IDisposable
{
    private readonly string _database;

    public ImportCommand(string database)
    {
        _database = database;
        Folder = Directory.CreateTempSubdirectory("quest-import-").FullName;
    }

    public string Folder { get; }

    public ImportCommand With(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>The same words, heard by the verb in this process: a process of its own takes seconds.</summary>
    public async Task<(int Exit, string Said, string Error)> HereAsync(IServiceProvider services, params string[] words)
    {
        using StringWriter said = new(), error = new();
        var verb = new Verb("import", "", args => ImportVerb.RunAsync(args, () => Task.FromResult(House.Of(services)), said));
        return (await verb.RunAsync([.. words.Select(w => w == "." ? Folder : w)], error), said.ToString(), error.ToString());
    }

    /// <summary>Runs to the end. Standard output and error come apart.</summary>
    public async Task<(int Exit, string Said, string Error)> RunAsync(params string[] words)
    {
        using var process = Start(words);
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await error);
    }

    /// <summary>Kills the process, as a power cut would, as soon as it said so many lines that begin a file.</summary>
    public async Task KillAfterAsync(int files, params string[] words)
    {
        using var process = Start(words);
        _ = process.StandardError.ReadToEndAsync();
        for (var seen = 0; seen < files;)
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("It ended before it could be killed.");
            if (line.Contains(": created", StringComparison.Ordinal)) seen++;
        }
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = Folder };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "QuestCms.Web.dll"), "import", .. words]) start.ArgumentList.Add(word);
        start.Environment["NEON_CONNECTION_STRING"] = _database;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["QUEST_CALLER_FOLDER"] = Folder;
        start.Environment["DOTNET_USE_POLLING_FILE_WATCHER"] = "1";
        return Process.Start(start)!;
    }
}

namespace QuestCms.Web.Cli;

/// <summary>What the operator asked an import for. <paramref name="Email"/> is null when nobody was named.</summary>
internal sealed record ImportWords(string Root, string Site, string? Email, bool Publish, bool DryRun)
{
    private const string Usage = "import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]";

    /// <exception cref="UsageException">The words are off: one sentence that says which.</exception>
    public static ImportWords Of(string[] args)
    {
        var plain = new List<string>();
        string? site = null, email = null;
        var (publish, dry) = (false, false);
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--publish": publish = true; break;
                case "--dry-run": dry = true; break;
                case "--site": site = Next(args, ref i); break;
                case "--as": email = Next(args, ref i); break;
                case ['-', '-', ..]: throw new UsageException($"There is no option {args[i]}. The words are: {Usage}");
                default: plain.Add(args[i]); break;
            }
        if (plain.Count == 0) throw new UsageException($"Say what to import: {Usage}");
        if (plain[0] != "markdown") throw new UsageException($"There is no format “{plain[0]}” to import. There is: markdown.");
        if (plain.Count < 2) throw new UsageException($"Say which folder to import: {Usage}");
        if (plain.Count > 2) throw new UsageException($"One folder at a time: “{plain[2]}” is one too many.");
        if (site is null) throw new UsageException($"Say which site the articles are for: {Usage}");
        // The script changes into the application's folder; a relative path is the caller's.
        var caller = Environment.GetEnvironmentVariable("QUEST_CALLER_FOLDER") is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory();
        var root = Path.GetFullPath(plain[1], caller);
        return Directory.Exists(root) ? new ImportWords(root, site, email, publish, dry) : throw new UsageException($"There is no folder {root}. Nothing was imported.");
    }

    private static string Next(string[] args, ref int at) =>
        at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal) ? args[++at] : throw new UsageException($"{args[at]} wants a word after it: {Usage}");
}

namespace QuestCms.Web.Cli;

/// <summary>What an import reads.</summary>
internal enum ImportFormat { Markdown, WordPress, Ghost, Legacy }

/// <summary>
/// What the operator asked an import for. <paramref name="Root"/> is a folder for Markdown, a file for WordPress and Ghost; for the earlier table <c>same</c> or an address, empty
/// when that stands in the environment. <paramref name="Email"/> is null when nobody was named.
/// </summary>
internal sealed record ImportWords(ImportFormat Format, string Root, string Site, string? Email, bool Publish, bool DryRun)
{
    public const string Says = "brings content into a site: import markdown FOLDER, wordpress FILE, ghost FILE or legacy same|ADDRESS, with --site SLUG [--publish] [--as EMAIL] [--dry-run]";
    private const string Options = "--site SLUG [--publish] [--as EMAIL] [--dry-run]";

    private string Usage => UsageOf(Format);

    /// <exception cref="UsageException">The words are off: one sentence that says which.</exception>
    public static ImportWords Of(string[] args)
    {
        var plain = new List<string>();
        string? site = null, email = null;
        var (publish, dry) = (false, false);
        var format = args.Where(a => !a.StartsWith('-')).Select(FormatOf).FirstOrDefault() ?? ImportFormat.Markdown;
        var usage = UsageOf(format);
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--publish": publish = true; break;
                case "--dry-run": dry = true; break;
                case "--site": site = Next(args, ref i, usage); break;
                case "--as": email = Next(args, ref i, usage); break;
                case ['-', '-', ..]: throw new UsageException($"There is no option {args[i]}. The words are: {usage}");
                default: plain.Add(args[i]); break;
            }
        if (plain.Count == 0) throw new UsageException($"Say what to import: {usage}");
        format = FormatOf(plain[0]) ?? throw new UsageException($"There is no format “{plain[0]}” to import. There are: markdown, wordpress, ghost, legacy.");
        var asked = new ImportWords(format, plain.Count > 1 ? plain[1] : "", site ?? "", email, publish, dry);
        if (plain.Count < 2 && format != ImportFormat.Legacy) throw new UsageException($"Say which {asked.Thing} to import: {asked.Usage}");
        if (plain.Count > 2) throw new UsageException($"One {asked.Thing} at a time: “{(format == ImportFormat.Legacy ? "…" : plain[2])}” is one too many.");
        if (site is null) throw new UsageException($"Say which site the articles are for: {asked.Usage}");
        return format == ImportFormat.Legacy ? asked : asked.Found();
    }

    private string Thing => Format switch { ImportFormat.Markdown => "folder", ImportFormat.Legacy => "address", _ => "file" };

    private ImportWords Found()
    {
        // The script changes into the application's folder; a relative path is the caller's.
        var caller = Environment.GetEnvironmentVariable("QUEST_CALLER_FOLDER") is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory();
        var root = Path.GetFullPath(Root, caller);
        var isThere = Format == ImportFormat.Markdown ? Directory.Exists(root) : File.Exists(root);
        return isThere ? this with { Root = root } : throw new UsageException($"There is no {Thing} {root}. Nothing was imported.");
    }

    private static ImportFormat? FormatOf(string word) => word switch
    {
        "markdown" => ImportFormat.Markdown,
        "wordpress" => ImportFormat.WordPress,
        "ghost" => ImportFormat.Ghost,
        "legacy" => ImportFormat.Legacy,
        _ => null,
    };

    private static string UsageOf(ImportFormat format) => format switch
    {
        ImportFormat.WordPress => $"import wordpress FILE {Options}",
        ImportFormat.Ghost => $"import ghost FILE {Options}",
        ImportFormat.Legacy => $"import legacy same|ADDRESS {Options}",
        _ => $"import markdown PATH {Options}",
    };

    private static string Next(string[] args, ref int at, string usage) =>
        at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal) ? args[++at] : throw new UsageException($"{args[at]} wants a word after it: {usage}");
}

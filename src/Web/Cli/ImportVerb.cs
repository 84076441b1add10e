using MediatR;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Identity;

namespace QuestCms.Web.Cli;

/// <summary><c>import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]</c>: every *.md and *.markdown under PATH, each its own transaction. 1 when a file was refused.</summary>
internal static class ImportVerb
{
    private const string Usage = "import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]";

    public static async Task<int> RunAsync(string[] args)
    {
        var asked = ImportWords.Of(args) ?? throw new UsageException(Usage);
        if (!Directory.Exists(asked.Root)) throw new UsageException($"There is no folder {asked.Root}. Nothing was imported.");
        var files = Directory.EnumerateFiles(asked.Root, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Select(f => Path.GetRelativePath(asked.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList();
        var listing = files.ToHashSet(StringComparer.Ordinal);
        var posts = files.Where(f => f.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)).ToList();

        await using var house = await House.OpenAsync();
        var email = asked.Email ?? (house.Services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? "admin@quest.test"
            : throw new UsageException("Say who answers for the import: --as EMAIL, an administrator of the site."));
        ImportTarget target;
        await using (var scope = house.Begin())
        {
            var found = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetImportTarget(asked.Site, email));
            if (found.Error is { } error) throw new UsageException(error.Message);
            target = found.Value;
        }

        var summary = new ImportSummary(asked.DryRun);
        foreach (var path in posts)
        {
            await using var scope = house.Begin(Actor.Of(target.Person, target.PersonName));
            var bytes = await File.ReadAllBytesAsync(Path.Combine(asked.Root, path));
            var answer = await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ImportMarkdownFile(target.Site, path, bytes, listing, summary.Slugs, asked.Publish, asked.DryRun));
            summary.Tell(path, answer);
        }
        summary.Close(posts.Count, target.SiteName);
        return summary.Refused > 0 ? 1 : 0;
    }

    /// <summary>What the operator asked for.</summary>
    private sealed record ImportWords(string Root, string Site, string? Email, bool Publish, bool DryRun)
    {
        public static ImportWords? Of(string[] args)
        {
            if (args.Length < 2 || args[0] != "markdown") return null;
            string? site = null, email = null;
            var (publish, dry) = (false, false);
            for (var i = 2; i < args.Length; i++)
                switch (args[i])
                {
                    case "--publish": publish = true; break;
                    case "--dry-run": dry = true; break;
                    case "--site" when i + 1 < args.Length: site = args[++i]; break;
                    case "--as" when i + 1 < args.Length: email = args[++i]; break;
                    default: return null;
                }
            // The script changes into the application's folder; a relative path is the caller's.
            var caller = Environment.GetEnvironmentVariable("QUEST_CALLER_FOLDER") is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory();
            return site is null ? null : new ImportWords(Path.GetFullPath(args[1], caller), site, email, publish, dry);
        }
    }
}

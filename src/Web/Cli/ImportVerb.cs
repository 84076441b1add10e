using MediatR;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Web.Cli;

/// <summary>
/// <c>import FORMAT PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]</c>: of a folder every *.md and *.markdown, hidden folders and links to elsewhere not followed; of an export
/// or the earlier table every post; each its own transaction. 1 when the words are off, a piece was refused or the source can't be read on.
/// </summary>
internal static class ImportVerb
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    public static Task<int> RunAsync(string[] args) => RunAsync(args, () => House.OpenAsync(), Console.Out);

    public static async Task<int> RunAsync(string[] args, Func<Task<House>> open, TextWriter says)
    {
        var asked = ImportWords.Of(args);
        var files = asked.Format == ImportFormat.Markdown ? Directory.EnumerateFiles(asked.Root, "*", Everything).Select(f => Path.GetRelativePath(asked.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToList() : [];
        var posts = files.Where(f => f.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)).ToList();
        if (asked.Format == ImportFormat.Markdown && posts.Count == 0) throw new UsageException($"There is no Markdown file (*.md, *.markdown) under {asked.Root}. Nothing was imported.");

        await using var house = await open();
        var email = asked.Email ?? (house.Services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? "admin@quest.test"
            : throw new UsageException("Say who answers for the import: --as EMAIL, an administrator of the site."));
        ImportTarget target;
        await using (var scope = house.Begin())
        {
            var found = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetImportTarget(asked.Site, email));
            if (found.Error is { } error) throw new UsageException(error.Message);
            target = found.Value;
        }
        return asked.Format == ImportFormat.Markdown ? await FilesAsync(asked, house, target, files.ToHashSet(StringComparer.Ordinal), posts, says) : await PiecesAsync(asked, house, target, says);
    }

    private static async Task<int> FilesAsync(ImportWords asked, House house, ImportTarget target, HashSet<string> listing, List<string> posts, TextWriter says)
    {
        var pictures = await ExportedPictures.BringAsync(house, target, asked, says);
        var summary = new ImportSummary(says, asked.Site, asked.DryRun);
        foreach (var path in posts)
        {
            await using var scope = house.Begin(Actor.Of(target.Person, target.PersonName));
            summary.Tell(path, await ReadAsync(Path.Combine(asked.Root, path)) is { } bytes
                ? await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportMarkdownFile(target.Site, path, bytes, listing, summary.Slugs, asked.Publish, asked.DryRun) { Pictures = pictures })
                : Error.Invalid("import.unreadable", "The file could not be read: it is gone, or it may not be opened."));
        }
        summary.Close(posts.Count, target.SiteName);
        return summary.Refused > 0 ? 1 : 0;
    }

    // What came before a break is imported; the break is the last word, and the exit code says so.
    private static async Task<int> PiecesAsync(ImportWords asked, House house, ImportTarget target, TextWriter says)
    {
        var summary = new ImportSummary(says, asked.Site, asked.DryRun, "piece");
        var (pieces, broken) = (0, (string?)null);
        try
        {
            await foreach (var item in ForeignSource.ReadAsync(asked, house.Services))
            {
                pieces++;
                if (item.Post is null) { summary.LeaveOut(item.Path, item.Say!); continue; }
                await using var scope = house.Begin(Actor.Of(target.Person, target.PersonName));
                summary.Tell(item.Path, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportPost(target.Site, item.Post, summary.Slugs, asked.Publish, asked.DryRun)));
            }
        }
        catch (UnreadableExportException wrong)
        {
            broken = wrong.Message;
        }
        if (pieces > 0 || broken is null) summary.Close(pieces, target.SiteName);
        if (broken is not null) throw new UsageException(broken);
        return summary.Refused > 0 ? 1 : 0;
    }

    // No more than a byte over the limit: the message refuses what is larger, and memory is not asked for it.
    private static async Task<byte[]?> ReadAsync(string path)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var bytes = new byte[Math.Min(file.Length, ImportMarkdownFile.MostBytes + 1)];
            await file.ReadExactlyAsync(bytes);
            return bytes;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

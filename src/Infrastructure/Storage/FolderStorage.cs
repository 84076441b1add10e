using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using QuestCms.Application.Media;

namespace QuestCms.Infrastructure.Storage;

/// <summary>Pictures as files under one folder, for a machine of one's own. A file appears whole or not at all: written beside its place, then moved there.</summary>
internal sealed partial class FolderStorage(string folder) : IMediaStorage
{
    public string Kind => "folder";

    public async Task PutAsync(string key, Stream content, CancellationToken ct)
    {
        var place = PlaceOf(key);
        if (File.Exists(place)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var beside = $"{place}.{Path.GetRandomFileName()}";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81_920, FileOptions.Asynchronous)) await content.CopyToAsync(file, ct);
            File.Move(beside, place, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PlaceOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<string> KeysAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask; // a folder is listed at once
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            var key = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            // One that is being written has a random name behind its own.
            if (!Beside().IsMatch(key)) yield return key;
        }
    }

    public Task DeleteAllAsync(string under, CancellationToken ct)
    {
        var place = PlaceOf(under);
        if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
        return Task.CompletedTask;
    }

    // Keys are ours; a key that would leave the folder is a programmer's mistake.
    private string PlaceOf(string key)
    {
        var root = Path.GetFullPath(folder);
        var place = Path.GetFullPath(Path.Combine(root, key));
        return place.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? place : throw new ArgumentException("The key leads out of the storage.", nameof(key));
    }

    [GeneratedRegex(@"\.[a-z0-9]{8}\.[a-z0-9]{3}$")]
    private static partial Regex Beside();
}

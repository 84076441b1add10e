using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>Reads a backup's file. It is believed only when it is whole: its manifest is there and every part comes to what the manifest says.</summary>
public static class BackupReader
{
    /// <summary>Bytes of header or manifest at most; a table of a million rows has a few hundred parts.</summary>
    private const long MostJson = 64 * 1024 * 1024;

    /// <summary>Reads the file from end to end and touches nothing else.</summary>
    /// <exception cref="OperatorException">It is no backup, not whole, or damaged; the message says where.</exception>
    public static async Task<(BackupHeader Header, BackupManifest Manifest)> CheckAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var file = Open(path);
            await using var tar = new TarReader(file);
            if (await tar.GetNextEntryAsync(copyData: false, ct) is not { } first || first.Name != BackupFile.Header) throw No("is no backup of Quest CMS.");
            var header = await JsonAsync<BackupHeader>(first, ct);
            if (header.Format != BackupFile.Format) throw No($"is written in format {header.Format}, and this version reads {BackupFile.Format}: use the version that wrote it.");

            var parts = new Dictionary<string, BackupPart>();
            using var media = new RowTally();
            var mediaBytes = 0L;
            BackupManifest? manifest = null;
            while (manifest is null && await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
            {
                if (entry.Name == BackupFile.Manifest)
                {
                    manifest = await JsonAsync<BackupManifest>(entry, ct);
                    continue;
                }
                if (entry.DataOffset + entry.Length > file.Length) throw No($"is not whole: it ends within {entry.Name}.");
                var sha256 = entry.DataStream is { } data ? await SHA256.HashDataAsync(data, ct) : SHA256.HashData([]);
                if (KeyOf(entry) is { } key)
                {
                    if (!Told(entry, sha256)) throw No($"is damaged: the picture {key} is not what it was.");
                    media.Add(key, entry.Length, sha256);
                    mediaBytes += entry.Length;
                }
                else parts[entry.Name] = new(entry.Name, entry.Length, Convert.ToHexStringLower(sha256));
            }
            if (manifest is null) throw No("is not whole: it ends before its manifest.");
            foreach (var part in manifest.Tables.SelectMany(t => t.Parts))
                if (!parts.Remove(part.Name, out var found) || found != part) throw No($"is damaged: {part.Name} is not what it was.");
            if (parts.Count > 0) throw No($"holds {parts.Keys.First()}, of which its manifest knows nothing.");
            if (manifest.Media != new MediaCount(media.Rows, mediaBytes, media.Content)) throw No("is damaged: its pictures are not those the manifest counts.");
            if (!manifest.Tables.Select(t => t.Name).SequenceEqual(header.Tables.Select(t => t.Name))) throw No("is damaged: its header and its manifest name other tables.");
            return (header, manifest);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException or FormatException)
        {
            throw No("is no backup of Quest CMS, or damaged: it can't be read to its end.");
        }
        OperatorException No(string why) => new($"{path} {why}");
    }

    /// <exception cref="OperatorException">There is no such file, or it may not be read.</exception>
    internal static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"There is no file {path} that may be read.");
        }
    }

    /// <summary>The picture's key; null when the entry is none.</summary>
    internal static string? KeyOf(TarEntry entry) => entry.Name.StartsWith(BackupFile.Media, StringComparison.Ordinal) ? entry.Name[BackupFile.Media.Length..] : null;

    /// <summary>The entry's own word on what its bytes come to.</summary>
    internal static bool Told(TarEntry entry, byte[] sha256) => entry is PaxTarEntry pax && pax.ExtendedAttributes.TryGetValue(BackupFile.Sha256, out var told) && told == Convert.ToHexStringLower(sha256);

    private static async Task<T> JsonAsync<T>(TarEntry entry, CancellationToken ct) =>
        entry.DataStream is { } data && entry.Length <= MostJson ? await JsonSerializer.DeserializeAsync<T>(data, BackupFile.Json, ct) ?? throw new JsonException() : throw new InvalidDataException();
}

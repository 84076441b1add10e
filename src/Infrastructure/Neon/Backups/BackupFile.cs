using System.Text.Json;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>
/// The names inside a backup, which is a tar file: first what it is, then the rows of each table as PostgreSQL's COPY writes text, gzipped in parts, then the pictures as they are, last the manifest. A file
/// without its manifest is not whole.
/// </summary>
internal static class BackupFile
{
    public const int Format = 1;
    public const string Header = "quest-backup.json";
    public const string Manifest = "manifest.json";
    public const string Rows = "rows/";
    public const string Media = "media/";
    /// <summary>On each picture's entry: what its bytes come to.</summary>
    public const string Sha256 = "QUEST.sha256";

    /// <summary>Bytes of rows in one part, before they are packed: what is held in memory at once.</summary>
    public const int PartBytes = 8 * 1024 * 1024;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Text of a value must not depend on what a server or a role is set to: a hash is taken of it.</summary>
    public const string SameEverywhere = "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local xmloption = 'content'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0";
}

/// <summary>What a backup is: the first entry.</summary>
/// <param name="At">UTC, of the snapshot.</param>
/// <param name="House">The last migration of the house's schema.</param>
/// <param name="Accounts">The last migration of the accounts' schema.</param>
/// <param name="HasKeys">The data-protection keys are in it.</param>
/// <param name="Tables">In an order in which no row speaks of one that is yet to come.</param>
public sealed record BackupHeader(int Format, DateTimeOffset At, string House, string Accounts, bool HasKeys, IReadOnlyList<BackupTable> Tables);

/// <summary>A table, as schema.name, and the columns whose values are kept: all but computed ones.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns);

/// <summary>The last entry: how much of each, and what it comes to.</summary>
/// <param name="Sequences">Last values, by schema.name.</param>
public sealed record BackupManifest(IReadOnlyList<TableCount> Tables, MediaCount Media, IReadOnlyDictionary<string, long> Sequences)
{
    public long Rows => Tables.Sum(t => t.Rows);
}

/// <param name="Content">Sum of the SHA-256 of every row, modulo 2^256: the same whatever order the rows come in.</param>
public sealed record TableCount(string Name, long Rows, string Content, IReadOnlyList<BackupPart> Parts);

/// <param name="Sha256">Of the part as it lies in the file.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256);

/// <param name="Content">As of a table, each picture being a row of key, length and SHA-256.</param>
public sealed record MediaCount(long Files, long Bytes, string Content);

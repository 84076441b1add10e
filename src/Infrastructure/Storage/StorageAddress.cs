namespace QuestCms.Infrastructure.Storage;

/// <summary>Where pictures lie: a folder of this machine, or the database itself (null).</summary>
public sealed record StorageAddress(string? Folder)
{
    public static readonly StorageAddress Database = new((string?)null);
}

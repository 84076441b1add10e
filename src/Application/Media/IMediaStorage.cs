namespace QuestCms.Application.Media;

/// <summary>
/// Where the bytes of pictures lie: a folder, or the database. Keys are ours (<c>asset id/name</c>); what lies under one never changes. No row of the
/// domain holds bytes.
/// </summary>
public interface IMediaStorage
{
    /// <summary>"folder" or "database", for people.</summary>
    string Kind { get; }

    /// <summary>Stores what the stream gives, whole or not at all. A key that is there already is left as it is.</summary>
    Task PutAsync(string key, Stream content, CancellationToken ct);

    /// <summary>Null when nothing lies there. The caller disposes of the stream.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken ct);

    /// <summary>Every key, for a backup; what is added meanwhile may be among them or not.</summary>
    IAsyncEnumerable<string> KeysAsync(CancellationToken ct);

    /// <summary>Removes everything under the first part of a key; nothing there is no fault.</summary>
    Task DeleteAllAsync(string under, CancellationToken ct);
}

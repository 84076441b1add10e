using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>Reads the page at an address a person named, over the one outbound module; a process boundary.</summary>
public interface ISourceReader
{
    /// <summary>What a reader of the page would see, as plain text. Errors (Unavailable), each a sentence: the page can't be reached, is no text, is empty.</summary>
    Task<Result<SourcePage>> ReadAsync(Uri address, CancellationToken ct);
}

/// <param name="Title">Of the page; empty where it has none.</param>
/// <param name="Text">Without markup and without what its readers do not see; at most <see cref="Domain.Ai.Source.MaxText"/> characters.</param>
public sealed record SourcePage(string Title, string Text);

namespace QuestCms.Application.Common;

/// <summary>One page of a list, read by key and not by offset. <paramref name="Next"/> is the position to go on from; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

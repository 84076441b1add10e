namespace QuestCms.Application.Common;

/// <summary>The save met a unique index: someone stored the same key first. Nothing of this save was stored.</summary>
/// <param name="constraint">The index, as the configuration names it.</param>
/// <param name="inner">The database's own words, for the log.</param>
public sealed class UniqueViolationException(string constraint, Exception inner) : Exception($"Unique: {constraint}", inner)
{
    public string Constraint { get; } = constraint;
}

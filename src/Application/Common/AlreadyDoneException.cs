namespace QuestCms.Application.Common;

/// <summary>The same operation was stored before: a form posted twice, a call repeated after a lost answer. Nothing was stored a second time.</summary>
public sealed class AlreadyDoneException(Guid operation) : Exception($"Operation {operation} was stored before.")
{
    public Guid Operation { get; } = operation;
}

/// <summary>Another save changed the same aggregate between this one's read and its write. Nothing was stored.</summary>
public sealed class ChangedMeanwhileException(Exception inner) : Exception("The aggregate was changed meanwhile.", inner);

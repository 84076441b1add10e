namespace QuestCms.Domain.Common;

/// <summary>An id that can't be mistaken for another thing's. Version-7 GUIDs made from the passed-in time, so they rise with it.</summary>
public interface ITypedId<TSelf> : IParsable<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}

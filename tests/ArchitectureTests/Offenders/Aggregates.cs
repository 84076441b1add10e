using QuestCms.Domain.Common;

namespace QuestCms.ArchitectureTests.Offenders;

/// <summary>An aggregate anyone may make and change.</summary>
public class OpenAggregate : AggregateRoot
{
    public string Title { get; set; } = "";
}

/// <summary>An event that sounds like an order.</summary>
internal sealed record SaveArticle(Guid Article) : DomainEvent(Article, null);

/// <summary>An id that is only a name.</summary>
internal sealed record LooseId(Guid Value);

/// <summary>A class that asks the clock itself.</summary>
internal static class HiddenClock
{
    public static DateTimeOffset Now => DateTimeOffset.UtcNow;
    public static Guid Next() => Guid.NewGuid();
    public static int Wait(Task<int> task) => task.GetAwaiter().GetResult();
}

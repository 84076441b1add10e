using Xunit.Sdk;
using Xunit.v3;

namespace QuestCms.IntegrationTests.Common;

/// <summary>Classes that take a minute or more begin first: begun last, the run would wait for them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [".ApplicationKilledWhileSavingTests ", ".DatabaseKilledWhileSavingTests ", ".BadInputTests ", ".ImportVerbTests ", ".PublishedProgramTests "];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => Array.FindIndex(Long, l => c.TestCollectionDisplayName.Contains(l, StringComparison.Ordinal)) is >= 0 and var at ? Long.Length - at : 0).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}

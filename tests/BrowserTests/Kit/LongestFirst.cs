using Xunit.Sdk;
using Xunit.v3;

namespace QuestCms.BrowserTests.Kit;

/// <summary>Classes that take a minute or more begin first: begun last, the run would wait for them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private const string Long = ".Routes.";

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => c.TestCollectionDisplayName.Contains(Long, StringComparison.Ordinal)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}

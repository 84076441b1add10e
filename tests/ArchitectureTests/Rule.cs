using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;

namespace QuestCms.ArchitectureTests;

/// <summary>A law of the house. A failure says the law, who breaks it, why it is there and what to do instead. A rule that selects nothing fails too: it would sleep.</summary>
internal sealed record Rule(string Law, string Why, string Fix)
{
    /// <summary>By NetArchTest: what the selected types must (or must not) depend on or be.</summary>
    public void Check(PredicateList selection, Func<Conditions, ConditionList> law)
    {
        var selected = selection.GetTypes().ToList();
        var culprits = law(selection.Should()).GetResult().FailingTypeNames?.Where(name => !name.Contains('<', StringComparison.Ordinal)).ToList() ?? [];
        Tell(selected.Count, culprits);
    }

    /// <summary>By reflection or text: the names of those who break it among those looked at.</summary>
    public void Check<T>(IEnumerable<T> looked, Func<T, bool> breaks, Func<T, string> name)
    {
        var all = looked.ToList();
        Tell(all.Count, [.. all.Where(breaks).Select(name)]);
    }

    private void Tell(int looked, List<string> culprits)
    {
        Assert.True(looked > 0, $"'{Law}' looked at nothing: the rule is asleep, check its namespace.");
        if (culprits.Count == 0) return;
        Assert.Fail($"""
            {Law}
            Broken by: {string.Join(", ", culprits)}
            Why: {Why}
            Instead: {Fix}
            """);
    }
}

/// <summary>The layers and rooms of the house, by whole names: NetArchTest's own filters match prefixes.</summary>
internal static class House
{
    public static readonly Assembly Domain = typeof(QuestCms.Domain.Common.AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(QuestCms.Application.ApplicationSetup).Assembly;
    public static readonly Assembly Infrastructure = typeof(QuestCms.Infrastructure.InfrastructureSetup).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;
    public static readonly Assembly Here = typeof(House).Assembly;

    public static PredicateList In(Assembly assembly, string name) =>
        Types.InAssembly(assembly).That().ResideInNamespaceMatching($"^{Regex.Escape(name)}(\\.|$)");

    public static PredicateList All(Assembly assembly) => Types.InAssembly(assembly).That().ResideInNamespaceMatching("^QuestCms\\.");

    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && t.Namespace?.StartsWith("QuestCms.", StringComparison.Ordinal) == true);

    /// <summary>The folder of the sources, found from here upwards.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuestCms.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("QuestCms.sln is not above the tests.");
    }
}

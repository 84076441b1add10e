namespace QuestCms.ArchitectureTests;

public sealed class ModuleTests
{
    public static TheoryData<string, string> ForbiddenPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var module in ModuleMap.Modules)
            foreach (var other in ModuleMap.Forbidden(module)) pairs.Add(module, other);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(ForbiddenPairs))]
    public void Calls_go_down_the_module_order(string module, string other)
    {
        var rule = Law(module, other);
        foreach (var (assembly, layer) in new[] { (House.Domain, "QuestCms.Domain"), (House.Application, "QuestCms.Application") })
        {
            if (!House.TypesOf(assembly).Any(t => t.Namespace == $"{layer}.{module}")) continue;
            rule.Check(House.In(assembly, $"{layer}.{module}"), t => t.NotHaveDependencyOnAny($"QuestCms.Domain.{other}", $"QuestCms.Application.{other}"));
        }
    }

    [Fact]
    public void In_domain_another_module_appears_only_as_its_id()
    {
        var rule = new Rule("Aggregates hold ids, not each other.", "A navigation drags half the database into one transaction.", "Keep the id; load the other one in the handler.");
        rule.Check(Properties(House.Domain), p => IsForeign(p.Type, p.Of), p => $"{p.Of.Name}.{p.Name}");
    }

    [Fact]
    public void The_map_has_no_circle()
    {
        var order = ModuleMap.Modules.ToList();
        var rule = new Rule("The module map has no circle.", "What goes in circles can be changed by nobody alone.", "Let the lower one raise an event.");
        rule.Check(ModuleMap.MayUse, m => m.Value.Any(used => order.IndexOf(used) >= order.IndexOf(m.Key)), m => m.Key);
    }

    [Fact]
    public void Every_room_is_on_the_map()
    {
        var rule = new Rule("Every module stands on the map.", "A room nobody listed is a room without rules.", "Add it to ModuleMap with what it owns and may use, and to docs/architecture.md.");
        string[] shared = ["Common", "Common.Pipeline"];
        rule.Check(House.TypesOf(House.Domain).Concat(House.TypesOf(House.Application)).Select(t => t.Namespace!.Split('.')[2..]).Where(parts => parts.Length > 0).Select(parts => parts[0]).Distinct(),
            name => !ModuleMap.MayUse.ContainsKey(name) && !shared.Contains(name), name => name);
    }

    [Fact]
    public void The_docs_show_the_same_map()
    {
        var docs = File.ReadAllText(Path.Combine(House.Root, "docs", "architecture.md"));
        Assert.True(docs.Contains(ModuleMap.AsMarkdown(), StringComparison.Ordinal), $"The map in docs/architecture.md is out of date: copy the table below.\n\n{ModuleMap.AsMarkdown()}");
    }

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        LayerTests.Caught(() => Law("Media", "Content").Check(House.In(House.Here, "QuestCms.ArchitectureTests.Offenders.UsesAHigherModule"), t => t.NotHaveDependencyOnAny("QuestCms.Domain.Content")));
        Assert.True(IsForeign(typeof(QuestCms.Domain.Content.Article), typeof(QuestCms.Domain.Review.Decision)));
        Assert.False(IsForeign(typeof(QuestCms.Domain.Content.ArticleId), typeof(QuestCms.Domain.Review.Decision)));
    }

    private static Rule Law(string module, string other) => new($"{module} must not use {other}.", "Calls go down, news travels up.", "Move the use case to the higher module, or listen to the event there.");

    private static IEnumerable<(Type Of, string Name, Type Type)> Properties(System.Reflection.Assembly assembly) =>
        House.TypesOf(assembly).SelectMany(t => t.GetProperties().Select(p => (t, p.Name, Underlying(p.PropertyType))));

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type);

    private static bool IsForeign(Type type, Type of) =>
        type.Assembly == House.Domain && !type.IsEnum && type.Namespace != of.Namespace && type.Namespace != "QuestCms.Domain.Common" && !type.Name.EndsWith("Id", StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using QuestCms.Domain.Common;

namespace QuestCms.ArchitectureTests;

/// <summary>What every message and aggregate must have beside its code: a test class, a summary, a place that fits its name.</summary>
public sealed partial class TestedTests
{
    private static readonly Rule Tested = new("Every message has a test class of its name, in the folder of its module.", "What nobody tries is broken without anyone hearing it.", "Add tests/IntegrationTests/<Module>/<Message>Tests.cs, or the class beside its kin there.");
    private static readonly Rule Told = new("Every message and aggregate has a summary.", "The next reader learns from it what it does and how it refuses.", "Write /// <summary> above it, with its errors.");
    private static readonly Rule Placed = new("A namespace says its folder.", "Rules go by namespaces; a file in another room escapes them.", "Move the file, or mend its namespace.");

    private static IEnumerable<Type> Messages => House.TypesOf(House.Application).Where(MessageTests.IsMessage);

    [Fact]
    public void Every_message_has_a_test_class_in_its_modules_folder()
    {
        var classes = TestClasses();
        Tested.Check(Messages, m => IsUntested(m, classes), m => m.Name);
    }

    [Fact]
    public void Every_message_and_aggregate_has_a_summary()
    {
        var told = Summaries(House.Application).Concat(Summaries(House.Domain)).ToHashSet();
        Told.Check(Messages.Concat(House.TypesOf(House.Domain).Where(t => t.BaseType == typeof(AggregateRoot))), t => !told.Contains(t.FullName!), t => t.Name);
    }

    [Fact]
    public void A_namespace_says_its_folder() => Placed.Check(Sources("src").Concat(Sources("tests")), IsMisplaced, f => f.Path);

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        Assert.True(IsUntested(typeof(Offenders.UnlockedDoor), TestClasses()));
        Assert.DoesNotContain(typeof(Offenders.Untold).FullName!, Summaries(House.Here));
        Assert.Contains(typeof(Offenders.UnlockedDoor).FullName!, Summaries(House.Here));
        Assert.True(IsMisplaced(("src/Domain/Content/Article.cs", "namespace QuestCms.Domain.Review;")));
        Assert.False(IsMisplaced(("src/Domain/Content/Article.cs", "namespace QuestCms.Domain.Content;")));
    }

    private static bool IsUntested(Type message, HashSet<string> classes) => !classes.Contains($"{message.Namespace!.Split('.')[^1]}/{message.Name}Tests");

    private static HashSet<string> TestClasses() =>
        [.. Sources("tests/IntegrationTests").Concat(Sources("tests/UnitTests")).SelectMany(f => TestClass().Matches(f.Code).Select(m => $"{Path.GetFileName(Path.GetDirectoryName(f.Path))}/{m.Groups[1].Value}"))];

    private static IEnumerable<string> Summaries(System.Reflection.Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").Where(m => m.Element("summary") is { } s && s.Value.Trim().Length > 20).Select(m => m.Attribute("name")!.Value[2..]);

    private static bool IsMisplaced((string Path, string Code) file)
    {
        var said = Namespace().Match(file.Code).Groups[1].Value;
        if (said.Length == 0) return false; // Program, and files of assembly attributes
        var folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Split('/')[1..];
        return said != "QuestCms." + string.Join('.', folder);
    }

    private static IEnumerable<(string Path, string Code)> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(House.Root, f).Replace('\\', '/'), File.ReadAllText(f)));

    [GeneratedRegex(@"class (\w+Tests)\b")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"^namespace ([\w.]+)[;\s]", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}

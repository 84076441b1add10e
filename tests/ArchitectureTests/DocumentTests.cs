using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace QuestCms.ArchitectureTests;

/// <summary>What the documents list is what there is.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_setting_that_is_read_stands_in_the_configuration_document_and_no_other()
    {
        var read = Directory.EnumerateFiles(Path.Combine(House.Root, "src"), "*.cs", SearchOption.AllDirectories).SelectMany(f => Setting().Matches(File.ReadAllText(f)))
            .Concat(ScriptSetting().Matches(Read("quest"))).Concat(ScriptSetting().Matches(Read("tests/run-tests.sh")))
            .Select(m => m.Groups[1].Value).Where(n => !Inner.Contains(n)).ToHashSet();
        var told = Read("docs/configuration.md").Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(l => Name().Matches(l.Split('|')[1])).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Equal(read.Order(), told.Order());
    }

    [Fact]
    public void Every_package_stands_in_the_dependencies_document_with_its_licence()
    {
        var packages = XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        var parts = new[] { "client/package.json", "clients/typescript/package.json" }.SelectMany(file => PartsOf(JsonDocument.Parse(Read(file)).RootElement)).Distinct().ToList();
        var lines = Read("docs/dependencies.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')).ToList();

        foreach (var package in packages.Concat(parts))
        {
            var line = lines.SingleOrDefault(l => Code().Matches(l[1]).Any(m => m.Groups[1].Value == package));
            Assert.True(line is not null, $"{package} has no line, or two, in docs/dependencies.md.");
            Assert.Matches("MIT|Apache-2.0|BSD-|RPL-1.5|PostgreSQL|MPL-2.0|ISC", line[2]);
        }
        var named = lines.SelectMany(l => Code().Matches(l[1])).Select(m => m.Groups[1].Value);
        Assert.Empty(named.Except(packages).Except(parts));
    }

    private static IEnumerable<string> PartsOf(JsonElement package) =>
        new[] { "dependencies", "devDependencies" }.Where(kind => package.TryGetProperty(kind, out _)).SelectMany(kind => package.GetProperty(kind).EnumerateObject().Select(p => p.Name));

    // Set by the script for the application, or by the platform for every program.
    private static readonly string[] Inner = ["QUEST_CALLER_FOLDER", "QUEST_SCREENS", "LD_LIBRARY_PATH", "ASPNETCORE_HTTP_PORTS", "BASH_SOURCE", "NUGET_PACKAGES"];

    private static string Read(string file) => File.ReadAllText(Path.Combine(House.Root, file));

    [GeneratedRegex("\"((?:NEON|QUEST|CLAUDE|REPLICATE|RAILWAY|AUTOMAPPER|SMTP|REDIS|OTEL)_[A-Z_]+|PORT)\"")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\$\{([A-Z]+(?:_[A-Z]+)+)[:}]")]
    private static partial Regex ScriptSetting();

    [GeneratedRegex("`([A-Z][A-Z_]+)`")]
    private static partial Regex Name();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

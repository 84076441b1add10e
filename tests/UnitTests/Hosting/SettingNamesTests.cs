using System.Text.RegularExpressions;
using QuestCms.TestKit;
using QuestCms.Web.Hosting;

namespace QuestCms.UnitTests.Hosting;

public sealed partial class SettingNamesTests
{
    [Fact]
    public void The_doctor_knows_every_setting_of_the_document()
    {
        var told = File.ReadLines(Path.Combine(ProjectFolder.Root, "docs/configuration.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).SelectMany(l => Name().Matches(l.Split('|')[1])).Select(m => m.Groups[1].Value);

        Assert.Empty(told.Except(SettingNames.All));
    }

    [GeneratedRegex("`([A-Z][A-Z_]+)`")]
    private static partial Regex Name();
}

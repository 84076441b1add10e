using QuestCms.TestKit;
using QuestCms.Web.Cli;

namespace QuestCms.UnitTests.Cli;

public sealed class RailwayVerbTests
{
    [Fact]
    public void The_committed_file_is_what_railway_json_gives_today() =>
        Assert.True(File.ReadAllText(Path.Combine(ProjectFolder.Root, "deploy", "railway.ts")) == RailwayVerb.Write(File.ReadAllText(Path.Combine(ProjectFolder.Root, "railway.json"))), "railway.json changed: run ./quest railway and commit deploy/railway.ts.");

    [Fact]
    public void Words_numbers_and_lists_stay_what_they_are()
    {
        var written = RailwayVerb.Write("""{ "build": { "builder": "DOCKERFILE" }, "deploy": { "preDeployCommand": ["dotnet x.dll migrate"], "drainingSeconds": 30 } }""");

        Assert.Contains("""builder: "DOCKERFILE",""", written, StringComparison.Ordinal);
        Assert.Contains("""preDeployCommand: ["dotnet x.dll migrate"],""", written, StringComparison.Ordinal);
        Assert.Contains("drainingSeconds: 30,", written, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.ClientGenerator;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;
using QuestCms.Web.Api.Describing;

namespace QuestCms.IntegrationTests.Clients;

/// <summary>What is committed of the clients is what this application would write. A failure is mended by <c>./quest clients</c>.</summary>
public sealed class ClientFilesTests(SharedHouse shared) : InASharedHouse(shared)
{
    private const string Clients = "clients";

    [Fact]
    public void The_document_and_all_that_is_written_from_it_are_those_of_this_application()
    {
        var document = House.Services.GetRequiredService<OpenApi>().Json + "\n";
        var files = GeneratedFiles.Of(document).Append(KeyValuePair.Create("openapi.json", document)).ToList();

        Assert.Equal(5, files.Count);
        Assert.Empty(files.Where(f => Read(f.Key) != f.Value).Select(f => $"{f.Key} is not what the application says: run ./quest clients and commit what it writes."));
    }

    [Fact]
    public void What_npm_publishes_was_built_of_these_sources()
    {
        var sources = Directory.GetFiles(Path.Combine(ProjectFolder.Root, Clients, "typescript/src"), "*.ts", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(ProjectFolder.Root, Clients, "typescript/src"), f)).ToList();

        Assert.Contains("client.ts", sources);
        Assert.Empty(sources.Where(s => BuiltOf(s) != Read($"typescript/src/{s}")).Select(s => $"dist is older than src/{s}: run ./quest clients and commit what it writes."));
    }

    [Fact]
    public void A_description_that_no_client_can_be_written_of_stops_the_writing_and_says_what_it_was()
    {
        var document = """{"paths": {}, "components": {"schemas": {"Odd": {"type": "object", "properties": {"when": {"type": "string", "format": "duration"}}}}}}""";

        Assert.StartsWith("Odd.when is string duration", Assert.Throws<NotSupportedException>(() => GeneratedFiles.Of(document)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csharp", "clients/csharp/first/Program.cs", "docs/integrate.md")]
    [InlineData("js", "clients/typescript/first/news.mjs", "docs/integrate.md")]
    [InlineData("ts", "clients/typescript/src/webhook.ts", "docs/webhooks.md")]
    public void The_guides_show_the_code_that_tests_run(string language, string file, string guide) =>
        Assert.Contains($"```{language}\n{File.ReadAllText(Path.Combine(ProjectFolder.Root, file))}```", File.ReadAllText(Path.Combine(ProjectFolder.Root, guide)), StringComparison.Ordinal);

    // A source map holds the text it was made of.
    private static string? BuiltOf(string source)
    {
        var map = Path.Combine(ProjectFolder.Root, Clients, "typescript/dist", Path.ChangeExtension(source, ".js.map"));
        return File.Exists(map) ? JsonDocument.Parse(File.ReadAllText(map)).RootElement.GetProperty("sourcesContent")[0].GetString() : null;
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(ProjectFolder.Root, Clients, file));
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;
using QuestCms.Web.Pages.Reference;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>The guide to check a card shows code that really checks one.</summary>
public sealed class ProvenanceGuideTests(SharedHouse shared) : InASharedHouse(shared)
{
    private const string Snippets = "tests/IntegrationTests/Delivery/";

    [Fact]
    public void It_shows_the_code_that_these_tests_run()
    {
        var guide = ProvenanceModel.Written();
        Assert.Contains($"```js\n{Read(Snippets + "check-provenance.mjs")}```", guide, StringComparison.Ordinal);
        Assert.Contains($"```csharp\n{Read(Snippets + "QuestProvenance.cs").Replace($"namespace {typeof(QuestProvenance).Namespace};\n\n", "", StringComparison.Ordinal)}```", guide, StringComparison.Ordinal);
        Assert.Contains(guide, Read("docs/provenance.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_takes_a_real_answer_and_no_other()
    {
        var article = await Some.DraftAsync("Checked with Node");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        var (answer, keys) = (await Some.CardAsync(article), await Some.KeysAsync());

        JsonNode Case(Action<JsonNode, JsonNode> change)
        {
            var (signed, set) = (JsonNode.Parse(answer)!, JsonNode.Parse(keys)!);
            change(signed, set);
            return new JsonArray(signed, set);
        }

        var said = await NodeAsync(new JsonArray(
            Case((_, _) => { }),
            Case((signed, _) => signed["card"]!["review"]!["score"] = 10),
            Case((signed, _) => signed["payload"] = signed["payload"]!.GetValue<string>()[..^4] + "AAAA"),
            Case((signed, _) => signed["signature"] = new string('A', 86)),
            Case((_, set) => set["keys"]![0]!["revokedAt"] = "2026-11-28T08:00:00.000Z"),
            Case((_, set) => set["keys"] = new JsonArray())).ToJsonString());

        Assert.Equal(["Checked with Node", "refused", "refused", "refused", "refused", "refused"], said);
    }

    [Fact]
    public async Task It_is_read_at_an_address_of_its_own()
    {
        using var client = House.CreateClient();
        var page = await client.GetStringAsync("/api/provenance", Ct);
        foreach (var part in new[] { "What it does not prove", "createPublicKey", "SignatureAlgorithm.Ed25519" }) Assert.Contains(part, page, StringComparison.Ordinal);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(ProjectFolder.Root, file));

    private static async Task<string[]> NodeAsync(string cases)
    {
        var program = $$"""
            import { check } from "{{new Uri(Path.Combine(ProjectFolder.Root, Snippets, "check-provenance.mjs"))}}";
            let given = "";
            for await (const part of process.stdin) given += part;
            console.log(JSON.stringify(JSON.parse(given).map(([answer, keys]) => { try { return check(answer, keys).article.title; } catch { return "refused"; } })));
            """;
        using var node = Process.Start(new ProcessStartInfo(Node(), ["--input-type=module", "-e", program]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, failed) = (node.StandardOutput.ReadToEndAsync(Ct), node.StandardError.ReadToEndAsync(Ct));
        await node.StandardInput.WriteAsync(cases);
        node.StandardInput.Close();
        await node.WaitForExitAsync(Ct);
        Assert.True(node.ExitCode == 0, await failed);
        return JsonSerializer.Deserialize<string[]>(await said)!;
    }

    // The machine's own, else the one the browser tests bring along.
    private static string Node() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists)
        ?? Directory.EnumerateFiles(Path.Combine(ProjectFolder.Root, "artifacts/bin/QuestCms.BrowserTests"), "node", SearchOption.AllDirectories).FirstOrDefault()
        ?? throw new InvalidOperationException("No Node to run the guide's code with: install it, or build the browser tests, which bring one along.");
}

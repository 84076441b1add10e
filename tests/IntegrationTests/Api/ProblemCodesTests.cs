using System.Text.RegularExpressions;
using QuestCms.TestKit;
using QuestCms.Web.Api.Explaining;

namespace QuestCms.IntegrationTests.Api;

/// <summary>One list explains every code that is used anywhere in the sources; each has its page.</summary>
public sealed partial class ProblemCodesTests(ApiHouse shared) : WithApi(shared)
{
    [Fact]
    public void Every_code_that_is_used_is_explained()
    {
        var used = Directory.EnumerateFiles(Path.Combine(ProjectFolder.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups["code"].Value)).ToHashSet();
        var told = ProblemCodes.All.Select(c => c.Code).ToHashSet();

        Assert.True(used.Count > 200, $"{used.Count}");
        Assert.True(used.IsSubsetOf(told), $"Explain in src/Web/Api/Explaining/codes.md: {string.Join(", ", used.Except(told).Order())}");
    }

    [Fact]
    public void Every_code_that_is_explained_is_used()
    {
        var sources = string.Join('\n', Directory.EnumerateFiles(Path.Combine(ProjectFolder.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var said = Said().Matches(sources).Select(m => m.Groups[1].Value).ToHashSet();
        var unsaid = ProblemCodes.All.Select(c => c.Code).Where(c => !said.Contains(c)).ToList();

        Assert.True(unsaid.Count == 0, $"No line of the sources says these codes; take them out of src/Web/Api/Explaining/codes.md: {string.Join(", ", unsaid)}");
    }

    [Fact]
    public void Each_is_said_in_whole_sentences() =>
        Assert.All(ProblemCodes.All, c => Assert.True(c.Title.Length > 2 && c.Happened.EndsWith('.') && c.Do.EndsWith('.'), c.Code));

    [Fact]
    public async Task The_type_of_a_problem_leads_to_a_page_that_explains_it()
    {
        var refused = await AskAsync($"{List}?cursor=none");
        var page = await AskAsync(refused.Json.GetProperty("type").GetString()!);

        Assert.Equal((200, "text/html"), (page.Status, page.Type));
        Assert.Contains("Begin without a cursor", page.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await AskAsync("/api/problems/no.such")).Status);
        Assert.Contains("/api/problems/cursor.invalid", (await AskAsync("/api/problems")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_read_and_try_has_every_operation()
    {
        var page = (await AskAsync("/api/docs")).Body;

        foreach (var id in Regex.Matches((await AskAsync("/api/v1/openapi.json")).Body, "\"operationId\": \"([A-Za-z]+)\"").Select(m => m.Groups[1].Value)) Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal);
    }

    // Where a code is made: a refusal, a field's refusal, a validator's rule, a problem written by hand.
    [GeneratedRegex("""(?:Error\.(?:Conflict|NotFound|Forbidden|TooLarge|Unavailable|Invalid)\(|Error\.Field\([^,()]+,|FieldError\([^,()]+,|WithErrorCode\(|Problems\.WriteAsync\([^,()]+,\s*\d+,|\.Refuse\([^,()]+,|new\(null,\s*[^,()]+,|ProblemField\([^,()]+,[^,()]+,|=> \(|\(\d{3},)\s*"(?<code>[a-z0-9_]+(?:\.[a-z0-9_]+)?)"[,)]""")]
    private static partial Regex Code();

    [GeneratedRegex("\"([a-z0-9_]+(?:\\.[a-z0-9_]+)?)\"")]
    private static partial Regex Said();
}

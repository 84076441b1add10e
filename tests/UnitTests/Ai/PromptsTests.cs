using System.Security.Cryptography;
using System.Text;
using QuestCms.Application.Ai;
using QuestCms.Application.Ai.Prompting;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Ai;

/// <summary>A generation says what it was asked by name and number: behind a number the words never change.</summary>
public sealed class PromptsTests
{
    /// <summary>The words behind each version, as the first digits of their hash. A changed one is a new version: give it the next number; a new one is a line here.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["draft/2"] = "05d3ae28d0efa91a",
        ["draft/3"] = "e266d1852035d9bc",
        ["outline/1"] = "e9ea5445953eca22",
        ["passage/2"] = "2e55f3e5b227301e",
        ["passage/3"] = "c319a7fdf0d0fd44",
        ["titles/2"] = "a0402c7a902146ce",
        ["summary/2"] = "31c27ffc445cf526",
        ["seo/2"] = "1a8cd3e9cd5edf4f",
        ["tags/2"] = "a1bc25a3ab2c482a",
        ["category/1"] = "b7f55ff116bdae84",
        ["links/1"] = "b34c79b56ff3bc4c",
        ["translation/1"] = "e6786efa146803f9",
        ["image-prompt/1"] = "ae3c4cbef3161331",
        ["alt-text/1"] = "b368dd57956f3895",
        ["assessment/1"] = "b5528734a1080dde",
        ["claims/1"] = "b9e17ceba60d843d",
    };

    [Fact]
    public void Every_kind_of_request_has_one_prompt_whose_running_version_is_there()
    {
        // A picture is asked of a painter, in the words of the writer.
        Assert.Equal(Enum.GetValues<GenerationKind>().Except([GenerationKind.Image]).Order(), Prompts.All.Select(p => p.Kind).Order());
        Assert.All(Prompts.All, p => Assert.NotNull(p.Version(p.Runs)));
        Assert.All(Prompts.All, p => Assert.Equal(p.Versions.Select(v => v.Number).Distinct().Order(), p.Versions.Select(v => v.Number)));
        Assert.Equal(Prompts.All.Count, Prompts.All.DistinctBy(p => p.Name).Count());
    }

    [Fact]
    public void Behind_a_number_the_words_never_change()
    {
        var now = Prompts.All.SelectMany(p => p.Versions.Select(v => (Label: p.Label(v.Number), Hash: HashOf(v)))).ToList();
        var others = now.Where(v => Words.GetValueOrDefault(v.Label) != v.Hash).Select(v => $"[\"{v.Label}\"] = \"{v.Hash}\",").ToList();
        Assert.True(others.Count == 0, $"New, or changed behind its number:\n{string.Join('\n', others)}");
        Assert.Equal(now.Count, Words.Count);
    }

    [Fact]
    public void A_generation_is_asked_in_the_version_it_names_and_in_the_running_one_where_that_is_gone()
    {
        var draft = Prompts.Of(GenerationKind.Draft);
        Assert.All(draft.Versions, v => Assert.Same(v, draft.Named(draft.Label(v.Number))));
        Assert.Same(draft.Version(draft.Runs), draft.Named("draft/1"));
    }

    private static string HashOf(PromptVersion version)
    {
        var full = new Brief { Topic = "T", Audience = "A", Angle = "N", Words = 900, MustSay = "M", MustNotSay = "X", Sources = "S </material> S", Instruction = "I", Context = "C", Style = "Voice: V", Sections = "One | First.\nTwo", Choices = "One\nTwo" };
        PromptInput[] inputs = [new("m", full, "Title", ArticleKind.News), new("m", full, "", ArticleKind.Guide, Rewrites: true), new("m", new Brief { Topic = "T" }, "", ArticleKind.Review)];
        var words = string.Join("\n\n", inputs.Select(version.Write).Select(r => $"{r.System}\n{r.Prompt}\n{r.MaxTokens}\n{r.Schema}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ReplaceLineEndings("\n"))))[..16];
    }
}

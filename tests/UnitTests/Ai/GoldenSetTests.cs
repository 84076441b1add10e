using QuestCms.Application.Ai;
using QuestCms.Application.Ai.Golden;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.UnitTests.Ai;

/// <summary>Each expectation has an answer that meets it and one that does not; each prompt with a new version has a golden set.</summary>
public sealed class GoldenSetTests
{
    [Fact]
    public void Every_prompt_has_a_golden_set_whose_cases_have_their_own_names_and_expect_something()
    {
        Assert.Equal(Prompts.All.Select(p => p.Name).Order(StringComparer.Ordinal), GoldenSets.All.Select(s => s.Prompt).Order(StringComparer.Ordinal));
        Assert.All(GoldenSets.All, s => Assert.Equal(s.Cases.Count, s.Cases.Select(c => c.Name).Distinct().Count()));
        Assert.All(GoldenSets.All.SelectMany(s => s.Cases), c => Assert.NotEmpty(c.Expects));
        Assert.Equal(GoldenSets.All.Count, GoldenSets.All.DistinctBy(s => s.Fingerprint).Count());
    }

    [Fact]
    public void What_the_stand_in_writes_passes_in_every_newest_version_and_a_shapeless_answer_in_none()
    {
        foreach (var (prompt, set) in GoldenSets.All.Select(s => (Prompts.Of(s.Prompt)!, s)))
            foreach (var one in set.Cases)
            {
                var answer = string.Concat(PracticeProse.For(prompt.Versions[^1].Write(one.InputFor("m")).Prompt));
                Assert.True(one.FaultsOf(answer).Count == 0, $"{prompt.Name}, {one.Name}: {string.Join(" ", one.FaultsOf(answer))}\n{answer}");
                Assert.NotEmpty(one.FaultsOf(string.Concat(PracticeProse.Shapeless())));
            }
    }

    [Fact]
    public void What_a_picture_shows_is_asked_with_a_picture_which_is_part_of_the_set()
    {
        var (prompt, set) = (Prompts.Of("alt-text")!, GoldenSets.Of("alt-text")!);

        var seen = set.Cases[0].RequestIn(prompt.Versions[^1], "m").Picture!;

        Assert.Equal(("image/webp", "RIFF"), (seen.ContentType, System.Text.Encoding.ASCII.GetString(seen.Content.Span[..4])));
        Assert.NotEqual(set.Fingerprint, new GoldenSet(set.Prompt, [.. set.Cases.Select(c => c with { Picture = null })]).Fingerprint);
        Assert.All(GoldenSets.All.Where(s => s.Prompt != "alt-text").SelectMany(s => s.Cases), c => Assert.Null(c.Picture));
    }

    public static TheoryData<string, string, string> Answers => new()
    {
        { nameof(Expect.NoLevelOne), "## Costs\n\nText", "# Costs\n\nText" },
        { nameof(Expect.NoHtml), "a < b and c > d", "A <b>word</b>" },
        { nameof(Expect.NoPreamble), "The fee is 110 euro.", "Certainly! The fee is 110 euro." },
        { nameof(Expect.NoPreamble), "The fee is 110 euro.", "The fee is 110 euro.\n\nLet me know if you need more." },
        { nameof(Expect.OutlineOnly), "## Costs\n\n> What it costs.\n", "## Costs\n\n> What it costs.\n\nIt costs 110 euro." },
        { nameof(Expect.OutlineOnly), "## Costs\n\n> What it costs.\n", "## Costs\n\n## Time\n\n> How long." },
        { nameof(Expect.Words), "one two three four five six seven", "one two three four" },
        { nameof(Expect.Headings), "## One\n\n## Two", "## One\n\n### Two" },
        { nameof(Expect.Mentions), "It is 110 Euro.", "It is 111 euro." },
        { nameof(Expect.Never), "No fruit.", "A banana." },
        { nameof(Expect.Choices), "One\nTwo", "One\nTwo\nThree\nFour" },
        { nameof(Expect.Choices), "One\nTwo", "1. One\n2. Two" },
        { nameof(Expect.Choices), "One\nTwo", "One\nA line that is far longer than that" },
        { nameof(Expect.SearchPairs), $"Title | {new string('d', 140)}", $"Title | {new string('d', 90)}" },
        { nameof(Expect.SearchPairs), $"Title | {new string('d', 140)}", new string('d', 140) },
        { nameof(Expect.TagsOnly), "moving abroad\npaperwork", "Moving abroad" },
        { nameof(Expect.TagsOnly), "moving abroad\npaperwork", "how to move house abroad" },
        { nameof(Expect.SameFigures), "Sie zahlen 160 Euro.", "Sie zahlen 161 Euro." },
        { nameof(Expect.OnlyOf), "Money\nSchools", "Money\nHealth" },
        { nameof(Expect.LinksFrom), "160 euro | /a", "170 euro | /a" },
        { nameof(Expect.LinksFrom), "160 euro | /a", "160 euro | /c" },
        { nameof(Expect.SameMeaning), "You must pay 160 euro.", "You may pay 160 euro." },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_expectation_tells_one_answer_from_the_other(string name, string good, string bad)
    {
        var expectation = name switch
        {
            nameof(Expect.NoLevelOne) => Expect.NoLevelOne,
            nameof(Expect.NoHtml) => Expect.NoHtml,
            nameof(Expect.NoPreamble) => Expect.NoPreamble,
            nameof(Expect.OutlineOnly) => Expect.OutlineOnly,
            nameof(Expect.Words) => Expect.Words(8),
            nameof(Expect.Headings) => Expect.Headings(2),
            nameof(Expect.Mentions) => Expect.Mentions("110 euro"),
            nameof(Expect.Never) => Expect.Never("BANANA"),
            nameof(Expect.Choices) => Expect.Choices(1, 3, 20),
            nameof(Expect.SearchPairs) => Expect.SearchPairs,
            nameof(Expect.TagsOnly) => Expect.TagsOnly,
            nameof(Expect.SameFigures) => Expect.SameFigures("You pay 160 euro."),
            nameof(Expect.OnlyOf) => Expect.OnlyOf("Schools\nMoney"),
            nameof(Expect.LinksFrom) => Expect.LinksFrom("You pay 160 euro.", "/a | One\n/b | Two"),
            _ => Expect.SameMeaning("You must pay 160 euro."),
        };

        Assert.Null(expectation.Fault(good));
        Assert.True(expectation.Fault(bad) is { Length: > 10 });
    }
}

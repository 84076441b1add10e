using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Ai;

/// <summary>Of a model's answer only what was asked for becomes an assessment, and only what stands in the text is quoted.</summary>
public sealed class AssessmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Criteria = ["Structure", "Voice"];
    private const string Text = "The permit *costs* €160\nand is valid for two years.";

    [Fact]
    public void Each_criterion_once_with_a_whole_score_and_the_quotations_that_are_there()
    {
        var made = Make(new Finding("structure ", 8, "Clear.", ["costs €160 and is valid", "it never said this"]), new Finding("Voice", 5, " Dry. ", ["“two years.”"])).Value;

        Assert.Equal(["Structure", "Voice"], made.Findings.Select(f => f.Criterion));
        Assert.Equal((6.5m, 1, "Dry."), (made.Score, made.QuotesLost, made.Findings[1].Reason));
        Assert.Equal(["costs €160 and is valid"], made.Findings[0].Quotes);
        Assert.Equal(["“two years.”"], made.Findings[1].Quotes);
    }

    [Theory]
    [InlineData(0, "Clear.")]
    [InlineData(11, "Clear.")]
    [InlineData(8, " ")]
    public void A_score_or_a_reason_that_is_none_is_no_assessment(int score, string reason) =>
        Assert.Equal(AssessmentErrors.Shape, Make(new Finding("Structure", score, reason, []), new Finding("Voice", 5, "Dry.", [])).Error);

    [Fact]
    public void A_criterion_that_is_missing_twice_or_of_another_name_is_no_assessment()
    {
        var voice = new Finding("Voice", 5, "Dry.", []);
        Assert.Equal(AssessmentErrors.Shape, Make(voice).Error);
        Assert.Equal(AssessmentErrors.Shape, Make(voice, voice, new Finding("Structure", 5, "x", [])).Error);
        Assert.Equal(AssessmentErrors.Shape, Make(voice, new Finding("Structures", 5, "x", [])).Error);
    }

    [Theory]
    [InlineData("", "rubric.count")]
    [InlineData("A|B|C|D|E|F|G|H|I", "rubric.count")]
    [InlineData("A|a", "rubric.twice")]
    [InlineData("A name that is a good deal longer than forty characters", "rubric.length")]
    public void A_rubric_has_one_to_eight_criteria_of_different_names(string names, string code)
    {
        var rubric = Rubric.Of(SiteId.New(Now));
        var error = rubric.Change([.. names.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(n => new Criterion(n, ""))]).Error;
        Assert.Equal(code, Assert.Single(error!.Fields).Code);
        Assert.Equal((5, 0), (rubric.Criteria.Count, rubric.News.Count));
    }

    private static Domain.Common.Result<Assessment> Make(params Finding[] findings)
    {
        var generation = Generation.Request(GenerationId.New(Now), SiteId.New(Now), ArticleId.New(Now), GenerationKind.Assessment, new Brief(), 0, 0, "assessment/1", "model", PersonId.New(Now), Now, revision: 3);
        return Assessment.Make(generation, 3, Criteria, findings, Text, Now);
    }
}

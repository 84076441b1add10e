using System.Text.Json;
using QuestCms.Application.Transfer;

namespace QuestCms.UnitTests.Transfer;

public sealed class LegacyRowTests
{
    private static readonly Guid Id = Guid.Parse("6f1d7a52-5a8e-4a34-9f62-0c7f1de4a001");

    private static ForeignPost Row(string more = "", string status = "published") => LegacyRow.Read(Id, $$$"""
        {"id": "{{{Id}}}", "title": "Notice periods", "content": "## Weeks\n\nFour *weeks*.", "status": "{{{status}}}", "created_at": "2023-01-02T03:04:05+01:00", "updated_at": "2023-02-02T03:04:05+00:00", "published_at": "2023-01-03T00:00:00",
        "attributes": {"seo_title": "Periods", "seo_description": "How long.", "category": "Work", "tags": ["law", "work"], "mood": "dry"}, "owner": null{{{more}}}}
        """).Post!;

    [Fact]
    public void A_row_keeps_its_id_dates_and_fields()
    {
        var foreign = Row();
        var (post, report) = foreign.Read();
        Assert.Equal(($"legacy:{Id}", Id), (post.Path, foreign.Id));
        Assert.Equal(("Notice periods", "notice-periods", "## Weeks\n\nFour *weeks*.", "Periods"), (post.Title, post.Slug, post.Body, post.SeoTitle));
        Assert.Equal(("Work", "work"), (post.Category.Name, post.Category.Slug));
        Assert.Equal(["law", "work"], post.Tags);
        Assert.Equal((new DateTimeOffset(2023, 1, 3, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2023, 1, 2, 2, 4, 5, TimeSpan.Zero)), (post.Date, foreign.CreatedAt));
        Assert.True(post.Published);
        using var attributes = JsonDocument.Parse(post.Attributes);
        Assert.Equal("dry", attributes.RootElement.GetProperty("mood").GetString());
        Assert.True(report.Says(ReportKind.Understood, "form"));
    }

    [Theory]
    [InlineData("draft", ForeignState.Draft)]
    [InlineData("review", ForeignState.InReview)]
    [InlineData("archived", ForeignState.Archived)]
    [InlineData("elsewhere", ForeignState.Draft)]
    public void Only_what_is_published_there_is_to_be_shown(string status, ForeignState state)
    {
        var foreign = Row(status: status);
        Assert.Equal((state, false), (foreign.State, foreign.Read().Post.Published));
        Assert.Contains(status, foreign.Read().Post.Attributes);
    }

    [Fact]
    public void What_a_model_wrote_is_named_and_its_score_is_no_reviewers()
    {
        var foreign = Row(""", "ai_generated": true, "ai_model": "a-model-of-then", "generation_prompt": "Write of notice periods.", "quality_score": 8.25, "review_notes": "Check the law.", "reviewed_by": "someone" """);
        var (post, report) = foreign.Read();
        Assert.Equal(new ForeignModel("a-model-of-then", "Write of notice periods."), foreign.Model);
        using var attributes = JsonDocument.Parse(post.Attributes);
        Assert.Equal(("8.25", "Check the law."), (attributes.RootElement.GetProperty("ai_score").GetString(), attributes.RootElement.GetProperty("review_notes").GetString()));
        Assert.True(report.Says(ReportKind.Kept, "AI score"));
        Assert.True(report.Says(ReportKind.Understood, "model"));
        Assert.Null(Row(""", "ai_generated": false, "ai_model": "unused" """).Model);
    }

    [Theory]
    [InlineData("<p>One</p>", true)]
    [InlineData("<!-- c --><div>One</div>", true)]
    [InlineData("One</p>\n<p>Two</p>", true)]
    [InlineData("# A title\n\n<p>One</p>", false)]
    [InlineData("Words with <b>one</b> tag", false)]
    [InlineData("<your-name> goes here", false)]
    [InlineData("", false)]
    public void Html_or_Markdown_is_told_by_the_text_as_a_whole(string text, bool html) => Assert.Equal(html, LegacyRow.IsHtml(text));

    [Theory]
    [InlineData("""{"attributes": "{\"seo_title\": 1}", "title": 5, "created_at": "infinity", "updated_at": "-infinity", "published_at": 7, "status": null}""")]
    [InlineData("""{"attributes": {"tags": "a, b", "category": ["x"], "seo_title": null, "permalink": "/was/here", "date": {"a": 1}}, "content": null}""")]
    [InlineData("{}")]
    public void Values_of_other_kinds_than_meant_are_no_fault(string row)
    {
        var (post, report) = LegacyRow.Read(Id, row).Post!.Read();
        Assert.Equal(Id, post.Came!.Id);
        Assert.True(report.Account.Balances);
        Assert.False(post.Published);
    }

    [Fact]
    public void JSON_nested_without_end_is_left_out_with_a_word() =>
        Assert.NotNull(LegacyRow.Read(Id, $"{{\"attributes\": {new string('[', 5_000)}{new string(']', 5_000)}}}").Say);
}

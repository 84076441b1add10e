using System.Text;
using System.Text.Json;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Transfer;

public sealed class PostReaderTests
{
    public static TheoryData<string> Posts => [.. SomePosts.All];

    [Theory]
    [MemberData(nameof(Posts))]
    public void Every_post_is_within_the_limits_and_its_characters_are_accounted_for(string name)
    {
        var (post, report) = SomePosts.Read(name);
        Assert.True(report.Account.Balances, $"in {report.Account.In}, stored {report.Account.Stored}, removed {string.Join(", ", report.Account.Removed)}, added {string.Join(", ", report.Account.Added)}");
        Assert.Equal(post.Body.Length, report.Account.Stored);
        Assert.InRange(post.Title.Length, 1, ArticleContent.MaxTitle);
        Assert.True(Slug.IsValid(post.Slug));
        Assert.False(PlainText.HasForbidden(post.Title + post.Summary + post.Body + post.Attributes));
        Assert.DoesNotContain('\r', post.Body);
        Assert.All(report.Lines, l => Assert.InRange(l.Say.Length, 10, 400));
    }

    [Fact]
    public void Front_matter_becomes_fields_and_what_has_none_is_kept()
    {
        var (post, report) = SomePosts.Read("2024-03-05-moving-with-a-desk-job.md");
        Assert.Equal("Moving abroad with a desk job", post.Title);
        Assert.Equal("moving-with-a-desk-job", post.Slug);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 8, 30, 0, TimeSpan.Zero), post.Date);
        Assert.Equal("What to settle with an employer before the boxes are packed.", post.Summary);
        Assert.Equal("The papers, the tax year and the first month, in the order in which they come.", post.SeoDescription);
        Assert.Equal([("relocation-desk", "Relocation Desk"), ("guest-writer", "Guest Writer")], post.Bylines.Select(b => (b.Slug, b.Name)));
        Assert.Equal(["relocation", "remote work"], post.Tags);
        Assert.Equal(["/desk-job/", "/2024/03/04/moving-with-a-desk-job/", "/2024/03/05/moving-with-a-desk-job/"], post.Redirects);
        Assert.Equal((ArticleKind.News, "imported"), (post.Kind, post.Category.Slug));
        using var attributes = JsonDocument.Parse(post.Attributes);
        Assert.Equal("post", attributes.RootElement.GetProperty("layout").GetString());
        Assert.Equal(3, attributes.RootElement.GetProperty("formerAddresses").GetArrayLength());
        Assert.True(report.Says(ReportKind.Kept, "front matter", 12));
        Assert.True(report.Says(ReportKind.Changed, "markup in a field", 4));
    }

    [Fact]
    public void The_file_name_gives_the_date_and_line_ends_become_LF()
    {
        var (post, report) = SomePosts.Read("2023-11-2-notice-periods.md");
        Assert.Equal(new DateTimeOffset(2023, 11, 2, 0, 0, 0, TimeSpan.Zero), post.Date);
        Assert.Equal(["relocation-desk", "guest-writer"], post.Bylines.Select(b => b.Slug));
        Assert.Equal("Four weeks is common.\nThree months is not rare.", post.Body);
        Assert.Equal(7, report.Account.Removed["line ends"]);
    }

    [Fact]
    public void A_second_equal_slug_gets_the_year_and_a_third_a_number()
    {
        Assert.Equal("notice-periods", SomePosts.Read("notice-periods.md").Post.Slug);
        var (post, report) = SomePosts.Read("notice-periods.md", "notice-periods");
        Assert.Equal("notice-periods-2025", post.Slug);
        Assert.True(report.Says(ReportKind.Changed, "slug", 0));
        Assert.Equal("notice-periods-2025-2", SomePosts.Read("notice-periods.md", "notice-periods", "notice-periods-2025").Post.Slug);
    }

    [Fact]
    public void An_unquoted_colon_and_quotes_that_go_on_at_the_margin_are_read_as_meant()
    {
        Assert.Equal("Notice periods: what changed", SomePosts.Read("notice-periods.md").Post.Title);
        var (post, report) = SomePosts.Read("2022-06-01-first-week-in-lisbon.md");
        Assert.Equal("A first week in Lisbon goes by quickly, and the paperwork does not", post.Title);
        Assert.DoesNotContain(report.Lines, l => l is { Kind: ReportKind.Lost, What: "front matter" });
    }

    [Fact]
    public void Html_template_code_and_missing_images_become_what_readers_can_see()
    {
        var (post, report) = SomePosts.Read("2022-06-01-first-week-in-lisbon.md");
        Assert.Equal("""
            A yellow tram

            Line 28 at *eight* in the morning

            Bring **two** copies of [the form](https://example.org/form).\
            The office opens at nine.

            The queue

            See [the list](/lists/lisbon/) or {{ "relocation-desk" | team_link }}.
            """, string.Join('\n', post.Body.Split('\n').Select(l => l.TrimEnd())));
        Assert.True(report.Says(ReportKind.Lost, "missing image", 11));
        Assert.True(report.Says(ReportKind.Lost, "missing image", 20));
        Assert.True(report.Says(ReportKind.Kept, "template code", 24));
    }

    [Fact]
    public void Raw_is_unwrapped_and_code_is_left_as_it_is()
    {
        var (post, _) = SomePosts.Read("2021-02-14-reading-a-payslip.md");
        Assert.False(post.Published);
        Assert.StartsWith("Templates show {{ amount }} in place of the figure.\n", post.Body);
        Assert.Contains("```ruby\nputs \"{{ not touched }}\"\n```", post.Body);
        Assert.Contains("<div>", post.Body);
        Assert.DoesNotContain("to be checked", post.Body);
        Assert.EndsWith("{% include footer.html %}", post.Body);
    }

    [Fact]
    public void Tables_quotes_lists_and_headings_become_Markdown_and_scripts_go()
    {
        var (post, report) = SomePosts.Read("2020-08-20-costs-of-a-move.md");
        Assert.Equal((ArticleKind.Guide, "money-papers", "Money & Papers"), (post.Kind, post.Category.Slug, post.Category.Name));
        Assert.Equal(["/costs/", "/2020/08/20/costs-of-a-move/"], post.Redirects);
        Assert.Equal(["money", "papers"], post.Tags);
        Assert.Contains("| Item | From |\n| --- | --- |\n| Boxes \\| tape | **40** a room |", post.Body);
        Assert.Contains("> Count twice, pay once.\n", post.Body);
        Assert.Contains("> - van\n> - ferry *or* train", post.Body);
        Assert.Contains("\n## After the move\n", post.Body);
        Assert.DoesNotContain("alert", post.Body);
        Assert.EndsWith("Click and [The film](https://example.org/film)", post.Body);
        Assert.True(report.Says(ReportKind.Lost, "script", 19));
        Assert.True(report.Says(ReportKind.Lost, "unsafe address", 20));
    }

    [Fact]
    public void A_file_without_or_with_broken_front_matter_is_imported_with_a_sentence()
    {
        var plain = SomePosts.Read("2019-05-05-plain.md");
        Assert.Equal(("Plain", "Just words, and no front matter at all."), (plain.Post.Title, plain.Post.Body));
        Assert.True(plain.Report.Says(ReportKind.Kept, "front matter", 1));
        Assert.Contains("The text goes on.", SomePosts.Read("2019-06-06-unclosed.md").Post.Body);
        var empty = SomePosts.Read("2019-07-07-nothing-below.md");
        Assert.Equal((false, ""), (empty.Post.Published, empty.Post.Body));
        Assert.True(empty.Report.Says(ReportKind.Kept, "empty", 0));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_and_NUL_are_reported_with_their_line()
    {
        var (post, report) = SomePosts.Read("2018-01-01-odd-bytes.md");
        Assert.Equal("Caf\uFFFD and a nul  here.", post.Body);
        Assert.True(report.Says(ReportKind.Lost, "not UTF-8", 4));
        Assert.True(report.Says(ReportKind.Lost, "NUL", 4));
        Assert.Equal(("Umzug", "Nach München."), (SomePosts.Read("2018-03-03-two-bytes.md").Post.Title, SomePosts.Read("2018-03-03-two-bytes.md").Post.Body));
    }

    [Fact]
    public void What_stands_for_NUL_is_no_more_stored_than_NUL_itself()
    {
        var (post, report) = SomePosts.ReadText("---\ntitle: T\n---\nAn end \uFFFF of a file.");
        Assert.Equal("An end  of a file.", post.Body);
        Assert.True(report.Says(ReportKind.Lost, "NUL", 4));
    }

    [Fact]
    public void Aliases_are_not_followed_and_the_first_of_equal_names_counts()
    {
        var (post, report) = SomePosts.Read("2018-02-02-anchors.md");
        Assert.Equal("Anchors", post.Title);
        Assert.True(report.Says(ReportKind.Changed, "front matter", 2));
        Assert.True(report.Says(ReportKind.Lost, "front matter", 5));
    }

    [Fact]
    public void Escapes_of_YAML_can_bring_no_character_that_cannot_be_stored()
    {
        var (post, report) = SomePosts.ReadText("---\ntitle: \"a\\0b\"\nother: \"x\\0y\"\n---\nWords.");
        Assert.False(PlainText.HasForbidden(post.Title + post.Attributes));
        Assert.True(report.Says(ReportKind.Lost, "NUL", 2));
        Assert.DoesNotContain("\\u0000", post.Attributes);
    }

    [Fact]
    public void What_is_over_the_limits_is_cut_with_a_sentence_and_stays_a_draft()
    {
        var text = $"---\ntitle: {new string('t', 300)}\ntags: [{string.Join(", ", Enumerable.Range(0, 30).Select(n => $"t{n}"))}]\n---\n" + string.Concat(Enumerable.Repeat("Wörter über Wörter.\n\n", 12_000));
        var (post, report) = SomePosts.ReadText(text);
        Assert.Equal(ArticleContent.MaxTitle, post.Title.Length);
        Assert.Equal(ArticleContent.MaxTags, post.Tags.Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(post.Body), ArticleContent.MaxBodyBytes / 2, ArticleContent.MaxBodyBytes);
        Assert.EndsWith(".", post.Body);
        Assert.False(post.Published);
        Assert.Contains(report.Lines, l => l is { Kind: ReportKind.Lost, What: "over the limit" });
        Assert.True(report.Account.Balances);
    }

    [Fact]
    public void An_image_that_is_there_or_elsewhere_keeps_its_address()
    {
        Assert.Equal("![a](assets/a.jpg) ![b](https://example.org/b.jpg) c", SomePosts.ReadText("![a](assets/a.jpg) ![b](https://example.org/b.jpg) ![c](assets/c.jpg)", "assets/a.jpg").Post.Body);
    }
}

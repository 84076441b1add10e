using System.Text.Json;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Transfer;

public sealed class PostFieldsTests
{
    [Fact]
    public void A_post_full_of_oddities_reads_well()
    {
        var post = SomePosts.Read("2016-03-23-letters-from-lisbon.md").Post;
        Assert.Equal("""
            A letter that says "come as you are" in blue

            A desk by the window

            Rents by quarter

            A table of offices and hours

            Offices and hours

            [A walk through the old town](https://video.example.org/embed/1)

            {{ "relocation-desk" | team_photo }}

            > “It took three letters and one call.”

            Structure a form with headings like <H1> and <H2>, and style them.

            **--from &lt;city&gt;**

            where the boxes
            stand now

            **--to**

            where they `should` be

            - [Papers](#papers)

            ## Papers

            > Landed. [a photo](https://social.example.org/1)
            >

            | **First month** at the offices |
            | --- |
            | Tax number | Week one |

            Bring the contract.[^1]

            [^1]: A copy will do.
            """, string.Join('\n', post.Body.Split('\n').Select(l => l.TrimEnd())));
    }

    [Fact]
    public void What_was_understood_is_said_with_its_line()
    {
        var (post, report) = SomePosts.Read("2016-03-23-letters-from-lisbon.md");
        Assert.Equal(new DateTimeOffset(2016, 3, 25, 0, 37, 0, TimeSpan.Zero), post.Date);
        Assert.Equal("Three letters and one call.", post.Summary);
        Assert.Equal("", post.SeoDescription);
        foreach (var (what, line) in new[] { ("date", 3), ("title", 5), ("description", 6), ("summary", 7), ("bylines", 8), ("tags", 11), ("former address", 0) })
            Assert.True(report.Says(ReportKind.Understood, what, line), what);
        Assert.Equal([2, 4, 13], report.Lines.Where(l => l is { Kind: ReportKind.Kept, What: "front matter" }).Select(l => l.Line));
    }

    [Fact]
    public void A_former_address_comes_from_the_date_as_written_and_from_the_file_name()
    {
        Assert.Equal(["/2016/03/24/letters-from-lisbon/", "/2016/03/23/letters-from-lisbon/"], SomePosts.Read("2016-03-23-letters-from-lisbon.md").Post.Redirects);
        Assert.Equal(["/2023/05/31/award/", "/the-award/", "/2023/06/01/award/"], SomePosts.Read("2023-06-01-award.md").Post.Redirects);
        Assert.Equal(["/awards/second/", "/2024/06/01/award/"], SomePosts.Read("2024-06-01-award.md", "award").Post.Redirects);
        Assert.Equal("award-2024", SomePosts.Read("2024-06-01-award.md", "award").Post.Slug);
        Assert.Empty(SomePosts.Read("notice-periods.md").Post.Redirects);
    }

    [Theory]
    [InlineData("slug: Not a slug", "slug", "Not a slug")]
    [InlineData("kind: essay", "kind", "essay")]
    [InlineData("kind: 3", "kind", "3")]
    [InlineData("redirect_from: mailto:a@example.org", "redirect_from", "mailto:a@example.org")]
    public void A_field_that_says_nothing_known_is_kept_as_an_attribute_and_said_once(string line, string name, string kept)
    {
        var (post, report) = SomePosts.ReadText($"---\ntitle: T\n{line}\n---\nWords.");
        Assert.Equal(("said", ArticleKind.News), (post.Slug, post.Kind));
        using var attributes = JsonDocument.Parse(post.Attributes);
        Assert.Equal(kept, attributes.RootElement.GetProperty(name).GetString());
        Assert.Single(report.Lines, l => l.Kind == ReportKind.Kept && l.Line == 3);
    }

    [Fact]
    public void A_slug_and_a_kind_that_are_told_are_taken()
    {
        var post = SomePosts.ReadText("---\ntitle: T\nslug: what-it-costs\nkind: Guide\ncategory: Money\n---\nWords.").Post;
        Assert.Equal(("what-it-costs", ArticleKind.Guide, "money"), (post.Slug, post.Kind, post.Category.Slug));
    }

    [Fact]
    public void A_description_too_long_for_its_field_is_kept_as_an_attribute()
    {
        var (post, report) = SomePosts.ReadText($"---\ntitle: T\nexcerpt: Short.\ndescription: {new string('d', 330)}\n---\nWords.");
        Assert.Equal(("Short.", ""), (post.Summary, post.SeoDescription));
        Assert.True(report.Says(ReportKind.Kept, "description", 4));
        Assert.Contains(new string('d', 330), post.Attributes);
    }
}

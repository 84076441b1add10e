using System.Text;
using System.Text.Json;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;
using static QuestCms.UnitTests.Transfer.SomeExports;

namespace QuestCms.UnitTests.Transfer;

public sealed class WordPressExportTests
{
    private static ForeignPost One(string content, string status = "publish", string more = "") => Assert.Single(ReadWordPress(WordPress(Item(1, content, status, more: more)))).Post!;

    [Fact]
    public void A_post_is_read_with_its_fields_dates_terms_author_and_former_address()
    {
        var foreign = One("<p>Words.</p>", more: """
            <category domain="category" nicename="money"><![CDATA[Money & Papers]]></category><category domain="category" nicename="moving"><![CDATA[Moving]]></category><category domain="post_tag" nicename="visa"><![CDATA[Visa]]></category>
            <wp:postmeta><wp:meta_key>_yoast_wpseo_metadesc</wp:meta_key><wp:meta_value><![CDATA[What it costs.]]></wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_edit_lock</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>source</wp:meta_key><wp:meta_value>A leaflet</wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>77</wp:meta_value></wp:postmeta>
            <wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[Thanks]]></wp:comment_content></wp:comment>
            """);
        var (post, report) = foreign.Read();

        Assert.Equal(("wordpress:https://letters.example/?p=1", "Letter 1 & more", "letter-1", "Words."), (post.Path, post.Title, post.Slug, post.Body));
        Assert.Equal((new DateTimeOffset(2019, 5, 2, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2019, 6, 1, 8, 0, 0, TimeSpan.Zero)), (post.Date, foreign.ChangedAt));
        Assert.Equal(("money-papers", "Money & Papers"), (post.Category.Slug, post.Category.Name));
        Assert.Equal(["Moving", "Visa"], post.Tags);
        Assert.Equal([("relocation-desk", "Relocation Desk")], post.Bylines.Select(b => (b.Slug, b.Name)));
        Assert.Equal(["/2019/05/letter-1/"], post.Redirects);
        Assert.True(post.Published);
        using var attributes = JsonDocument.Parse(post.Attributes);
        Assert.Equal("A leaflet", attributes.RootElement.GetProperty("source").GetString());
        Assert.False(attributes.RootElement.TryGetProperty("_edit_lock", out _));
        foreach (var what in new[] { "comments", "cover", "inner fields" }) Assert.True(report.Says(ReportKind.Lost, what), what);
        Assert.True(report.Account.Balances);
    }

    [Theory]
    [InlineData("draft", ForeignState.Draft)]
    [InlineData("pending", ForeignState.InReview)]
    [InlineData("private", ForeignState.Draft)]
    [InlineData("future", ForeignState.Draft)]
    public void Only_what_stood_open_is_to_be_shown(string status, ForeignState state)
    {
        var foreign = One("<p>Words.</p>", status);
        Assert.Equal((state, false), (foreign.State, foreign.Read().Post.Published));
    }

    [Fact]
    public void What_stood_behind_a_password_stays_a_working_copy() =>
        Assert.False(One("<p>Words.</p>", more: "<wp:post_password>open</wp:post_password>").Read().Post.Published);

    [Fact]
    public void What_is_no_article_is_left_out_with_a_word()
    {
        var items = ReadWordPress(WordPress(Item(1, "", type: "attachment", more: "<wp:attachment_url>https://letters.example/a.jpg</wp:attachment_url>"), Item(2, "", type: "nav_menu_item"), Item(3, "x", "trash"), Item(4, "kept", type: "page"), "<item/>"));
        Assert.Equal([false, false, false, true, false], items.Select(i => i.Post is not null));
        Assert.Contains("https://letters.example/a.jpg was not fetched", items[0].Say);
        Assert.All(items.Where(i => i.Post is null), i => Assert.EndsWith(".", i.Say));
    }

    [Fact]
    public void Blocks_and_captions_are_unwrapped_and_other_shortcodes_kept_as_text()
    {
        var (post, report) = One("""
            <!-- wp:paragraph {"dropCap":true} -->
            <p>First.</p>
            <!-- /wp:paragraph -->
            <!-- wp:latest-posts {"n":5} /-->
            [caption id="a"]<img src="https://letters.example/b.jpg" alt="A desk"> The desk[/caption]

            [gallery ids="1,2"] and [sic]
            """).Read();

        Assert.Equal("First.\n\n![A desk](https://letters.example/b.jpg) The desk\n\n\\[gallery ids=\"1,2\"\\] and \\[sic\\]", string.Join('\n', post.Body.Split('\n').Select(l => l.TrimEnd())));
        Assert.True(report.Says(ReportKind.Changed, "blocks"));
        Assert.True(report.Says(ReportKind.Lost, "dynamic block"));
        Assert.True(report.Says(ReportKind.Changed, "shortcode unwrapped"));
        Assert.Single(report.Lines, l => l.What == "shortcode");
        Assert.True(report.Says(ReportKind.Kept, "image elsewhere"));
        Assert.True(report.Account.Balances);
    }

    [Fact]
    public void Paragraphs_of_the_old_editor_are_blank_lines() => Assert.Equal("One\ntwo\n\nthree **bold**", Body("One\ntwo\n\n   three <b>bold</b>", ForeignForm.WordPress));

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&x;</title></item></channel></rss>", "document type")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>", "document type")]
    [InlineData("<rss><channel><item><title>A feed</title></item></channel></rss>", "a feed and no export")]
    [InlineData("<html><body>Not found</body></html>", "no export of WordPress")]
    [InlineData("no XML at all", "broken at line 1")]
    public void What_is_no_export_is_one_sentence_and_nothing_is_fetched(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<UnreadableExportException>(() => ReadWordPress(text)).Message);

    [Fact]
    public void What_came_before_a_break_was_answered_and_the_line_is_named()
    {
        var seen = new List<ForeignItem>();
        var broken = Assert.Throws<UnreadableExportException>(() =>
        {
            foreach (var item in WordPressExport.Read(File(WordPress(Item(1, "a"), Item(2, "b"), "<item><title>cut")))) seen.Add(item);
        });
        Assert.Equal(2, seen.Count);
        Assert.Contains("It was read up to there.", broken.Message);
    }

    [Fact]
    public void Elements_in_elements_without_end_are_refused() =>
        Assert.Contains("deeper in each other", Assert.Throws<UnreadableExportException>(() => ReadWordPress(WordPress("<item>" + string.Concat(Enumerable.Repeat("<x>", 10_000))))).Message);

    [Fact]
    public void A_line_of_ten_megabytes_costs_its_own_post_and_no_other()
    {
        var items = ReadWordPress(WordPress(Item(1, new string('a', 10 * 1024 * 1024)), Item(2, "<p>Small.</p>")));
        Assert.Equal("Its text is over 2 MB.", items[0].Say);
        Assert.Equal("Small.", items[1].Post!.Read().Post.Body);
    }

    [Fact]
    public void Names_that_can_be_no_slug_and_dates_that_are_none_are_mended_and_said()
    {
        var foreign = One("x", more: "<wp:post_name>%d0%bf%d1%83%d1%82%d1%8c</wp:post_name><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>");
        var (post, report) = foreign.Read("letter-1-more");
        Assert.Equal("letter-1-more-2019", post.Slug);
        Assert.Equal(2019, post.Date?.Year);
        Assert.True(report.Says(ReportKind.Changed, "slug"));
    }

    [Fact]
    public void The_same_item_is_the_same_state_and_a_word_more_is_another()
    {
        Assert.Equal(One("<p>a</p>").Sha256(), One("<p>a</p>").Sha256());
        Assert.NotEqual(One("<p>a</p>").Sha256(), One("<p>a b</p>").Sha256());
        Assert.Equal(32, new ForeignPost { From = "ghost", Path = "ghost:1", Body = "\0\uD800" }.Sha256().Length);
    }

    [Fact]
    public void Limits_hold_for_what_has_no_field()
    {
        var many = string.Concat(Enumerable.Range(0, 400).Select(n => $"<wp:postmeta><wp:meta_key>m{n}</wp:meta_key><wp:meta_value>{new string('v', 10_000)}</wp:meta_value></wp:postmeta>"));
        var (post, report) = One("x", more: many).Read();
        Assert.InRange(Encoding.UTF8.GetByteCount(post.Attributes), 1, 300_000);
        Assert.True(report.Says(ReportKind.Lost, "more"));
        Assert.InRange(post.Title.Length, 1, ArticleContent.MaxTitle);
    }
}

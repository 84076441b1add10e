using System.Text.Json;
using QuestCms.Application.Transfer;
using static QuestCms.UnitTests.Transfer.SomeExports;

namespace QuestCms.UnitTests.Transfer;

public sealed class GhostExportTests
{
    private const string Post = """
        "id": "p1", "uuid": "0f8fad5b-d9cb-469f-a165-70867728950e", "title": "A desk by the sea", "slug": "a-desk", "status": "published", "visibility": "public", "type": "post",
        "created_at": "2021-03-01T08:00:00.000Z", "updated_at": "2021-03-05T08:00:00.000Z", "published_at": "2021-03-02T08:00:00.000Z", "custom_excerpt": "In one line."
        """;
    private const string Html = "\"html\": \"<p>See <a href=\\\"__GHOST_URL__/other/\\\">the other</a>.</p>\"";

    private static string Export(string post, string more = "") => """{"db": [{"meta": {"version": "5.80"}, "data": {"posts": [{""" + post + "}]" + more + "}}]}";

    private static ForeignPost One(string post, string more = "") => Assert.Single(ReadGhost(Export(post, more))).Post!;

    [Fact]
    public void A_post_is_read_with_tags_authors_meta_and_dates()
    {
        var foreign = One($"{Post}, {Html}, \"feature_image\": \"__GHOST_URL__/content/images/a.jpg\", \"codeinjection_head\": \"<script></script>\", \"unknown\": {{\"a\": [1]}}", """
            , "tags": [{"id": "t1", "name": "Moving"}, {"id": "t2", "name": "Visa"}, {"id": "t3", "name": "#inner", "visibility": "internal"}],
            "posts_tags": [{"post_id": "p1", "tag_id": "t2", "sort_order": 1}, {"post_id": "p1", "tag_id": "t1", "sort_order": 0}, {"post_id": "p1", "tag_id": "t3", "sort_order": 2}, {"post_id": "p1", "tag_id": "gone"}],
            "users": [{"id": "u1", "name": "Relocation Desk"}], "posts_authors": [{"post_id": "p1", "author_id": "u1", "sort_order": 0}],
            "posts_meta": [{"post_id": "p1", "meta_title": "A title for search", "meta_description": "Said there."}]
            """);
        var (post, report) = foreign.Read();

        Assert.Equal(("ghost:0f8fad5b-d9cb-469f-a165-70867728950e", "a-desk", "See [the other](/other/).", "In one line."), (post.Path, post.Slug, post.Body, post.Summary));
        Assert.Equal(("Moving", "A title for search", "Said there."), (post.Category.Name, post.SeoTitle, post.SeoDescription));
        Assert.Equal(["Visa"], post.Tags);
        Assert.Equal(["Relocation Desk"], post.Bylines.Select(b => b.Name));
        Assert.Equal(["/a-desk/"], post.Redirects);
        Assert.Equal((new DateTimeOffset(2021, 3, 2, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2021, 3, 1, 8, 0, 0, TimeSpan.Zero)), (post.Date, foreign.CreatedAt));
        Assert.True(post.Published);
        foreach (var what in new[] { "internal tags", "cover", "code" }) Assert.True(report.Says(ReportKind.Lost, what), what);
        using var attributes = JsonDocument.Parse(post.Attributes);
        Assert.Equal("/content/images/a.jpg", attributes.RootElement.GetProperty("feature_image").GetString());
    }

    [Theory]
    [InlineData("\"visibility\": \"paid\"")]
    [InlineData("\"status\": \"scheduled\"")]
    [InlineData("\"status\": \"draft\"")]
    [InlineData("\"status\": \"sent\"")]
    public void Only_what_everyone_could_read_is_to_be_shown(string more) => Assert.False(One($"{Post}, {Html}, {more}").Read().Post.Published);

    [Fact]
    public void Without_HTML_the_words_of_the_editors_own_formats_are_taken()
    {
        const string Lexical = """{"root":{"children":[{"type":"extended-heading","tag":"h2","children":[{"type":"extended-text","text":"Before * you go"}]},{"type":"paragraph","children":[{"type":"text","text":"Pack "},{"type":"link","children":[{"type":"text","text":"twice"}]}]},{"type":"image","src":"a.jpg"}]}}""";
        const string Mobiledoc = """{"version":"0.3.1","sections":[[1,"p",[[0,[],0,"Pack twice."]]],[3,"ul",[[[0,[],0,"one"]],[[0,[],0,"two"]]]],[10,0]]}""";
        var (lexical, report) = One($"{Post}, \"html\": null, \"lexical\": {JsonSerializer.Serialize(Lexical)}").Read();
        Assert.Equal("## Before \\* you go\n\nPack twice", lexical.Body.TrimEnd());
        Assert.True(report.Says(ReportKind.Changed, "text"));
        Assert.Equal("Pack twice.\n\n- one\n- two", One($"{Post}, \"mobiledoc\": {JsonSerializer.Serialize(Mobiledoc)}").Read().Post.Body.TrimEnd());
        var (broken, said) = One($"{Post}, \"lexical\": \"[[[\"").Read();
        Assert.Equal(("", false), (broken.Body, broken.Published));
        Assert.True(said.Says(ReportKind.Lost, "text"));
    }

    [Theory]
    [InlineData("{\"db\": [{\"data\": {\"posts\": [", "no JSON that can be read: line 1")]
    [InlineData("[]", "no posts of Ghost")]
    [InlineData("{\"db\": []}", "no posts of Ghost")]
    [InlineData("{\"db\": [{\"data\": {\"posts\": {}}}]}", "no posts of Ghost")]
    [InlineData("", "no JSON that can be read")]
    public void What_is_no_export_is_one_sentence(string text, string sentence) => Assert.Contains(sentence, Assert.Throws<UnreadableExportException>(() => ReadGhost(text)).Message);

    [Fact]
    public void Nested_without_end_and_a_line_of_ten_megabytes_are_told_and_no_fault()
    {
        Assert.Throws<UnreadableExportException>(() => ReadGhost(new string('[', 100_000)));
        var long10 = One($"{Post}, \"html\": \"{new string('a', 10 * 1024 * 1024)}\"");
        Assert.True(long10.Body.Length > ForeignPostReader.MostCharacters); // the message refuses it, with its name
    }

    [Fact]
    public void Values_of_other_kinds_than_meant_and_lone_surrogates_are_no_fault()
    {
        var (post, _) = One("\"id\": 7, \"title\": [\"a\"], \"slug\": {\"b\": 1}, \"status\": 3, \"created_at\": 1425427200000, \"html\": \"<p>a\\ud800b \\u0000</p>\", \"page\": 1").Read();
        Assert.Equal("ghost:7", post.Path);
        Assert.False(Domain.Common.PlainText.HasForbidden(post.Body + post.Title + post.Attributes));
        Assert.Equal(2, ReadGhost("""{"data": {"posts": [5, {"title": "x"}]}}""").Count);
    }
}

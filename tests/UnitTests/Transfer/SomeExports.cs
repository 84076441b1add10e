using System.Text;
using QuestCms.Application.Transfer;

namespace QuestCms.UnitTests.Transfer;

/// <summary>Small exports of other systems, said in a test.</summary>
internal static class SomeExports
{
    public static Stream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>An export of WordPress with these items.</summary>
    public static string WordPress(params string[] items) => $"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Letters</title><wp:wxr_version>1.2</wp:wxr_version>
        <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[desk]]></wp:author_login><wp:author_display_name><![CDATA[Relocation Desk]]></wp:author_display_name></wp:author>
        {string.Join('\n', items)}
        </channel></rss>
        """;

    /// <summary>One item; <paramref name="more"/> stands before its end, and what it says again counts.</summary>
    public static string Item(int number, string content, string status = "publish", string type = "post", string more = "") => $"""
        <item><title><![CDATA[Letter {number} & more]]></title><link>https://letters.example/2019/05/letter-{number}/</link><pubDate>Thu, 02 May 2019 10:00:00 +0000</pubDate>
        <dc:creator><![CDATA[desk]]></dc:creator><guid isPermaLink="false">https://letters.example/?p={number}</guid><content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
        <wp:post_id>{number}</wp:post_id><wp:post_date>2019-05-02 12:00:00</wp:post_date><wp:post_date_gmt>2019-05-02 10:00:00</wp:post_date_gmt><wp:post_modified_gmt>2019-06-01 08:00:00</wp:post_modified_gmt>
        <wp:post_name>letter-{number}</wp:post_name><wp:status>{status}</wp:status><wp:post_parent>0</wp:post_parent><wp:post_type>{type}</wp:post_type>{more}</item>
        """;

    public static List<ForeignItem> ReadWordPress(string text) => [.. WordPressExport.Read(File(text))];

    public static List<ForeignItem> ReadGhost(string text) => [.. GhostExport.Read(File(text))];

    public static (ReadPost Post, FileReport Report) Read(this ForeignPost post, params string[] taken) => ForeignPostReader.Read(post, taken.ToHashSet());

    public static bool Says(this FileReport report, ReportKind kind, string what) => report.Lines.Any(l => l.Kind == kind && l.What == what);

    /// <summary>The body of a text of pure HTML, as it is stored.</summary>
    public static string Body(string html, ForeignForm form = ForeignForm.Html)
    {
        var (post, report) = new ForeignPost { From = "ghost", Path = "ghost:said", Title = "T", Body = html, Form = form }.Read();
        Assert.True(report.Account.Balances);
        return string.Join('\n', post.Body.Split('\n').Select(l => l.TrimEnd()));
    }
}

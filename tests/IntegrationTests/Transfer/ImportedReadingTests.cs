using System.Net;
using System.Text;
using System.Text.Json;
using QuestCms.Application.Content;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

/// <summary>What comes of an import for readers: pages, former addresses, the search of the delivery API, and the dozen posts the project brings.</summary>
public sealed class ImportedReadingTests(Database database) : InAHouse(database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<ImportedPost> ImportAsync(string path, byte[] bytes, bool publish = true) =>
        (await House.SendAsync(new ImportMarkdownFile(Some.Site, path, bytes, new HashSet<string>(), new HashSet<string>(), publish), Some.Administrator)).Value;

    private Task<ImportedPost> ImportAsync(string path, string text, bool publish = true) => ImportAsync(path, Encoding.UTF8.GetBytes(text), publish);

    private HttpClient Reader() => House.CreateClient(new() { AllowAutoRedirect = false });

    [Fact]
    public async Task Each_of_the_projects_posts_is_imported_read_under_its_title_and_found_by_it_and_a_second_run_changes_nothing()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Posts");
        var files = Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).ToList();
        Assert.InRange(files.Count, 12, 100);
        var live = new List<ImportedPost>();
        foreach (var file in files)
        {
            var post = await ImportAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file, Ct));
            Assert.Equal(ImportOutcome.Created, post.Outcome);
            Assert.True(post.Report.Account.Balances);
            if (post.Live) live.Add(post);
        }
        foreach (var file in files) Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file, Ct))).Outcome);

        Assert.Equal(files.Count - 2, live.Count); // what calls itself a draft, or is empty, is not shown
        using var reader = Reader();
        foreach (var post in live)
        {
            var page = await reader.GetAsync($"/sites/relocation/{post.Slug}", Ct);
            var title = await House.ScalarAsync<string>("select title from delivery.published_articles where slug = $1", post.Slug);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Ct));
            Assert.Contains(title!, html);
            Assert.DoesNotContain("</time>, updated <time", html, StringComparison.Ordinal); // as old as it says, whenever it came here
            Assert.Contains(post.Slug, (await FoundAsync(reader, title!)).Take(3));
            Assert.Contains(title!, (await House.SendAsync(new ListArticles(Some.Site, title), Some.Creator)).Value.Page.Items.Take(3).Select(r => r.Title));
        }
    }

    [Fact]
    public async Task Former_addresses_lead_to_the_piece_under_its_site_and_at_the_root()
    {
        await ImportAsync("2015-03-05-notice.md", "---\ntitle: Notice\ndate: 2015-03-04\nredirect_from: [/old-notice/, /2015/02/notice.html]\npermalink: /kept/here/\n---\nFour weeks.\n");
        using var reader = Reader();
        foreach (var path in new[] { "old-notice", "old-notice/", "2015/02/notice.html", "kept/here", "kept/here/", "2015/03/04/notice/", "2015/03/05/notice/" })
            foreach (var root in new[] { "/sites/relocation/", "/" })
            {
                var answer = await reader.GetAsync(root + path, Ct);
                Assert.True((HttpStatusCode.PermanentRedirect, "/sites/relocation/notice") == (answer.StatusCode, answer.Headers.Location?.ToString()), $"{root}{path}: {answer.StatusCode}");
            }
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/sites/relocation/notice/", Ct)).StatusCode);
        foreach (var nothing in new[] { "/2015/03/04/another/", "/sites/relocation/2015/03/04/another/", "/sites/placement/kept/here/", "/api/v1/kept/here" })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(nothing, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_former_address_two_sites_had_leads_nowhere_at_the_root_and_the_first_to_claim_it_keeps_it_on_a_site()
    {
        await ImportAsync("a.md", "---\ntitle: First\npermalink: /shared/\n---\nOne.\n");
        await ImportAsync("b.md", "---\ntitle: Second\npermalink: /shared/\n---\nTwo.\n");
        await ImportAsync("c.md", "---\ntitle: Third\nslug: third\npermalink: /a/\n---\nThree.\n");
        using var reader = Reader();
        Assert.Equal("/sites/relocation/a", (await reader.GetAsync("/sites/relocation/shared/", Ct)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/sites/relocation/a/", Ct)).StatusCode); // today's slug of the first, not the former address of the third
        await House.SqlAsync("insert into delivery.former_slugs (site, slug, article) select $1, slug, article from delivery.former_slugs where slug = 'shared'", Some.OtherSite.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/shared/", Ct)).StatusCode);
    }

    [Fact]
    public async Task What_was_imported_as_a_draft_has_no_address_until_it_is_published_in_the_ordinary_way()
    {
        await ImportAsync("2015-03-05-draft.md", "---\ntitle: Draft\nauthors: [relocation-desk]\npermalink: /before/\n---\nFour weeks.\n", publish: false);
        using var reader = Reader();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/before/", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/sites/relocation/before/", Ct)).StatusCode);

        var id = ArticleId.From(await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = '2015-03-05-draft.md'"));
        await Some.ApprovedAsync(id);
        await Some.Must(new Application.Delivery.PublishArticle(id), Some.Publisher);
        Assert.Equal("/sites/relocation/draft", (await reader.GetAsync("/before/", Ct)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_file_changed_since_makes_a_new_working_copy_and_what_readers_see_stays_until_it_is_published()
    {
        const string Text = "---\ntitle: Notice\nauthors: [relocation-desk]\n---\nFour weeks.\n";
        await ImportAsync("changed.md", Text);
        var again = await ImportAsync("changed.md", Text + "Or a harbour.\n", publish: false);

        Assert.Equal(ImportOutcome.Updated, again.Outcome);
        var id = await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = 'changed.md'");
        Assert.Equal("Four weeks.\nOr a harbour.", await House.ScalarAsync<string>("select body from content.articles where id = $1", id));
        Assert.Equal(1, await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1 and html not like '%harbour%'", id));
        using var reader = Reader();
        Assert.Empty(await FoundAsync(reader, "harbour"));
        Assert.Equal(ImportOutcome.Published, (await ImportAsync("changed.md", Text + "Or a harbour.\n")).Outcome);
        Assert.Equal(["changed"], await FoundAsync(reader, "harb"));
    }

    [Fact]
    public async Task Readers_find_title_before_summary_before_heading_before_text()
    {
        await ImportAsync("four.md", "---\ntitle: Fourth\n---\nWords about a harbour and much.\n");
        await ImportAsync("three.md", "---\ntitle: Third\n---\n## The *harbour*\n\nWords about nothing.\n");
        await ImportAsync("two.md", "---\ntitle: Second\nexcerpt: The harbour in one line.\n---\nWords about nothing.\n");
        await ImportAsync("one.md", "---\ntitle: \"First: harbour\"\n---\nWords about nothing.\n");
        using var reader = Reader();
        Assert.Equal(["one", "two", "three", "four"], await FoundAsync(reader, "harbour"));
        Assert.Equal(["four"], await FoundAsync(reader, "\"harbour and much\""));
        Assert.Equal(["four"], await FoundAsync(reader, "harbour -nothing -line -first"));
    }

    private static async Task<List<string>> FoundAsync(HttpClient reader, string words)
    {
        using var json = JsonDocument.Parse(await reader.GetStringAsync($"/api/v1/sites/relocation/articles?limit=10&q={Uri.EscapeDataString(words.Length > 200 ? words[..200] : words)}", Ct));
        return [.. json.RootElement.GetProperty("data").EnumerateArray().Select(a => a.GetProperty("slug").GetString()!)];
    }
}

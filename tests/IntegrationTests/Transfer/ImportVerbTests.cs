using QuestCms.Application.Transfer;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class ImportVerbTests(SharedHouse shared) : InASharedHouse(shared), IDisposable
{
    private const string Post = "---\ntitle: Notice periods\ndate: 2015-03-04\nauthors: [relocation-desk]\nhero: false\n---\nFour <b>weeks</b> is <i>common</i>, and <b>three</b> months not rare.\n";

    private readonly ImportCommand _import = new(shared.Some.House.ConnectionString);

    public void Dispose() => _import.Dispose();

    private static string[] As(params string[] words) => [.. words, "--site", "relocation", "--as", "administrator@quest.test"];

    [Fact]
    public async Task The_report_tells_each_file_and_a_second_run_reports_no_change()
    {
        _import.With("2015-03-04-verb-report.md", Post).With("second/b.markdown", Post.Replace("Notice", "Other"));
        var (exit, said, error) = await _import.RunAsync(As("markdown", ".", "--publish"));
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("2015-03-04-verb-report.md: created as verb-report, read at /sites/relocation/verb-report\n  understood  ", said);
        Assert.Contains("  kept        line 5: “hero” has no field and is kept as an attribute.\n", said);
        Assert.Contains("  changed     line 7 (2 times): <b> became Markdown.\n", said);
        Assert.Contains("2 files for Relocation, ", said);
        Assert.Contains("       2 seen by readers\n", said);

        (exit, said, _) = await HereAsync(As("markdown", ".", "--publish"));
        Assert.Equal(0, exit);
        Assert.Contains("       2 unchanged\n", said);
        Assert.DoesNotContain("created", said);
        Assert.DoesNotContain(".md:", said);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_stores_nothing()
    {
        var (exit, said, _) = await _import.With("dry.md", Post).HereAsync(House.Services, As("markdown", ".", "--publish", "--dry-run"));

        Assert.Equal(0, exit);
        Assert.Contains("dry.md: would be created as dry, to be read at /sites/relocation/dry\n", said);
        Assert.Contains("read and not stored", said);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path = 'dry.md'"));
    }

    [Theory]
    [InlineData("There is no format “joomla” to import. There are: markdown, wordpress, ghost, legacy.", "joomla", ".", "--site", "relocation")]
    [InlineData("There is no site “nowhere”. Nothing was imported.", "markdown", ".", "--site", "nowhere", "--as", "administrator@quest.test")]
    [InlineData("creator@quest.test does not administer Relocation, and only an administrator brings content in. Nothing was imported.", "markdown", ".", "--site", "relocation", "--as", "creator@quest.test")]
    [InlineData("Say who answers for the import: --as EMAIL, an administrator of the site.", "markdown", ".", "--site", "relocation")]
    public async Task What_is_off_is_one_sentence_and_exit_code_1(string sentence, params string[] words)
    {
        Assert.Equal((1, "", sentence + Environment.NewLine), await _import.With("off.md", Post).HereAsync(House.Services, words));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path = 'off.md'"));
    }

    [Fact]
    public async Task Only_who_administers_the_site_or_the_house_brings_content_in()
    {
        foreach (var (email, code) in new[] { ("administrator", null), ("creator", "import.no_administrator"), ("publisher", "import.no_administrator"), ("stranger", "import.no_administrator"), ("nobody", "import.no_person") })
            Assert.Equal(code, (await House.SendAsync(new GetImportTarget("relocation", email + "@quest.test"), Actor.Shell)).Error?.Code);
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_the_others_come_in_and_the_exit_code_is_1()
    {
        _import.With("refused/large.md", new string('a', 2 * 1024 * 1024 + 1)).With("refused/small.md", Post).With(".hidden/a.md", Post);
        var (exit, said, _) = await HereAsync(As("markdown", "."));

        Assert.Equal(1, exit);
        Assert.Contains("refused/large.md: refused. The file is over 2 MB.\n", said);
        Assert.Contains("refused/small.md: created as small\n", said);
        Assert.Contains("2 files for Relocation, ", said);
    }

    [Fact]
    public async Task An_export_that_breaks_off_brings_what_came_before_and_the_exit_code_is_1()
    {
        const string Item = """<item><title>A letter</title><guid>https://letters.example/?p=1</guid><content:encoded><![CDATA[<p>Words.</p>]]></content:encoded><wp:post_name>a-letter</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>""";
        _import.With("letters.xml", $"""<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>{Item}<item><title>cut""");
        var (exit, said, error) = await HereAsync(As("wordpress", Path.Combine(_import.Folder, "letters.xml"), "--publish"));

        Assert.Equal(1, exit);
        Assert.StartsWith("wordpress:https://letters.example/?p=1: created as a-letter, read at /sites/relocation/a-letter\n", said);
        Assert.Contains("1 piece for Relocation, ", said);
        Assert.Contains("It was read up to there.", error);
    }

    [Fact]
    public async Task Killed_in_the_middle_and_run_again_it_finishes()
    {
        const int Files = 20;
        for (var n = 0; n < Files; n++) _import.With($"killed/{n:00}.md", Post.Replace("Notice periods", $"Piece {n}"));
        await _import.KillAfterAsync(4, As("markdown", ".", "--publish"));

        var stored = await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path like 'killed/%'");
        Assert.InRange(stored, 4, Files - 1);
        await EachIsWholeAsync(stored);
        var (exit, said, _) = await HereAsync(As("markdown", ".", "--publish"));
        Assert.Equal(0, exit);
        Assert.Contains($"{Files - stored,8} created\n", said);
        Assert.Contains($"{stored,8} unchanged\n", said);
        await EachIsWholeAsync(Files);
    }

    [Fact]
    public async Task As_a_process_too_what_is_off_is_one_line_and_exit_code_1() =>
        Assert.Equal((1, "", "There is no format “joomla” to import. There are: markdown, wordpress, ghost, legacy." + Environment.NewLine), await _import.RunAsync("joomla", ".", "--site", "relocation"));

    private Task<(int Exit, string Said, string Error)> HereAsync(string[] words) => _import.HereAsync(House.Services, words);

    // A file is one transaction: where its row is, article, revision, decision, published row and event are too.
    private async Task EachIsWholeAsync(long files) => Assert.Equal(files, await House.ScalarAsync<long>("""
        select count(*) from transfer.imported_files f join content.articles a on a.id = f.article join content.revisions r on r.article = a.id and r.number = a.live_revision
        join review.decisions d on d.article = a.id join delivery.published_articles p on p.article = a.id join delivery.events e on e.article = a.id and e.sequence is not null
        where f.path like 'killed/%'
        """));
}

using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class ImportVerbTests(SharedHouse shared) : InASharedHouse(shared), IDisposable
{
    private const string Post = "---\ntitle: Notice periods\ndate: 2015-03-04\nauthors: [relocation-desk]\nhero: false\n---\nFour <b>weeks</b> is <i>common</i>, and <b>three</b> months not rare.\n";

    private readonly ImportCommand _import = new(shared.Some.House.ConnectionString);

    public void Dispose() => _import.Dispose();

    private static string[] As(params string[] words) => [.. words, "--site", "relocation", "--as", "administrator@quest.test"];

    [Fact]
    public async Task The_report_says_per_file_what_was_understood_kept_and_changed_and_where_the_characters_went()
    {
        var (exit, said, error) = await _import.With("2015-03-04-verb-report.md", Post).RunAsync(As("markdown", ".", "--publish"));

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal("""
            2015-03-04-verb-report.md: created as verb-report, read at /sites/relocation/verb-report
              understood  Date and file name give the former address /2015/03/04/verb-report/.
              understood  line 2: The title is “Notice periods”.
              understood  line 3: The date is 2015-03-04 00:00 UTC.
              understood  line 4: The bylines are Relocation Desk.
              kept        line 5: “hero” has no field and is kept as an attribute.
              changed     line 7 (2 times): <b> became Markdown.
              changed     line 7: <i> became Markdown.
            """.Split('\n'), said.Split('\n')[..8]);
        Assert.Matches(@"^  characters  (\d+) in = (\d+) stored \+ (\d+) removed \(HTML tags \d+, blank lines 1, front matter \d+\) - 10 added \(Markdown for HTML 10\)$", said.Split('\n')[8]);
        Assert.Contains("1 file for Relocation, ", said);
        Assert.Contains("       1 seen by readers\n", said);
    }

    [Fact]
    public async Task A_second_run_reports_no_change()
    {
        _import.With("second/a.md", Post).With("second/b.markdown", Post.Replace("Notice", "Other"));
        await _import.RunAsync(As("markdown", ".", "--publish"));
        var (exit, said, _) = await _import.RunAsync(As("markdown", ".", "--publish"));

        Assert.Equal(0, exit);
        Assert.Contains("2 files for Relocation, ", said);
        Assert.Contains("       2 unchanged\n", said);
        Assert.DoesNotContain("created", said);
        Assert.DoesNotContain("second/a.md", said);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_stores_nothing()
    {
        var (exit, said, _) = await _import.With("dry.md", Post).RunAsync(As("markdown", ".", "--publish", "--dry-run"));

        Assert.Equal(0, exit);
        Assert.Contains("dry.md: would be created as dry, to be read at /sites/relocation/dry\n", said);
        Assert.Contains("read and not stored", said);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path = 'dry.md'"));
    }

    [Theory]
    [InlineData("There is no format “wordpress” to import. There is: markdown.", "wordpress", ".", "--site", "relocation", "--as", "administrator@quest.test")]
    [InlineData("There is no site “nowhere”. Nothing was imported.", "markdown", ".", "--site", "nowhere", "--as", "administrator@quest.test")]
    [InlineData("Nobody here signs in as nobody@quest.test. Nothing was imported.", "markdown", ".", "--site", "relocation", "--as", "nobody@quest.test")]
    [InlineData("creator@quest.test does not administer Relocation, and only an administrator brings content in. Nothing was imported.", "markdown", ".", "--site", "relocation", "--as", "creator@quest.test")]
    [InlineData("stranger@quest.test does not administer Relocation, and only an administrator brings content in. Nothing was imported.", "markdown", ".", "--site", "relocation", "--as", "stranger@quest.test")]
    [InlineData("Say who answers for the import: --as EMAIL, an administrator of the site.", "markdown", ".", "--site", "relocation")]
    [InlineData("Say which site the articles are for: import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]", "markdown", ".")]
    [InlineData("There is no option --force. The words are: import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]", "markdown", ".", "--force")]
    [InlineData("--site wants a word after it: import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]", "markdown", ".", "--site")]
    [InlineData("Say what to import: import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]")]
    public async Task What_is_off_is_one_sentence_and_exit_code_1(string sentence, params string[] words)
    {
        Assert.Equal((1, "", sentence + Environment.NewLine), await _import.With("off.md", Post).RunAsync(words));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path = 'off.md'"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_or_holds_no_Markdown_is_one_sentence()
    {
        Assert.Equal((1, "", $"There is no folder {_import.Folder}/gone. Nothing was imported.{Environment.NewLine}"), await _import.RunAsync(As("markdown", "gone")));
        Assert.Equal((1, "", $"There is no Markdown file (*.md, *.markdown) under {_import.Folder}. Nothing was imported.{Environment.NewLine}"), await _import.With("a.txt", "a").RunAsync(As("markdown", ".")));
    }

    [Fact]
    public async Task A_file_that_is_refused_is_named_the_others_come_in_and_the_exit_code_is_1()
    {
        _import.With("refused/large.md", new string('a', 2 * 1024 * 1024 + 1)).With("refused/small.md", Post).With(".hidden/a.md", Post);
        var (exit, said, _) = await _import.RunAsync(As("markdown", "."));

        Assert.Equal(1, exit);
        Assert.Contains("refused/large.md: refused. The file is over 2 MB.\n", said);
        Assert.Contains("refused/small.md: created as small\n", said);
        Assert.Contains("2 files for Relocation, ", said);
    }

    [Fact]
    public async Task Killed_in_the_middle_and_run_again_it_finishes()
    {
        const int Files = 30;
        for (var n = 0; n < Files; n++) _import.With($"killed/{n:00}.md", Post.Replace("Notice periods", $"Piece {n}"));
        await _import.KillAfterAsync(5, As("markdown", ".", "--publish"));

        var stored = await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path like 'killed/%'");
        Assert.InRange(stored, 5, Files - 1);
        await EachIsWholeAsync(stored);
        var (exit, said, _) = await _import.RunAsync(As("markdown", ".", "--publish"));
        Assert.Equal(0, exit);
        Assert.Contains($"{Files - stored,8} created\n", said);
        Assert.Contains($"{stored,8} unchanged\n", said);
        await EachIsWholeAsync(Files);
    }

    // A file is one transaction: where its row is, article, revision, decision, published row and event are too.
    private async Task EachIsWholeAsync(long files) => Assert.Equal(files, await House.ScalarAsync<long>("""
        select count(*) from transfer.imported_files f join content.articles a on a.id = f.article join content.revisions r on r.article = a.id and r.number = a.live_revision
        join review.decisions d on d.article = a.id join delivery.published_articles p on p.article = a.id join delivery.events e on e.article = a.id and e.sequence is not null
        where f.path like 'killed/%'
        """));
}

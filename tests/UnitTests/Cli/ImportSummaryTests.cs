using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;
using QuestCms.UnitTests.Transfer;
using QuestCms.Web.Cli;

namespace QuestCms.UnitTests.Cli;

public sealed class ImportSummaryTests : IDisposable
{
    private readonly StringWriter _said = new() { NewLine = "\n" };

    public void Dispose() => _said.Dispose();

    private static ImportedPost Post(string text, ImportOutcome outcome = ImportOutcome.Created, bool live = true)
    {
        var (post, report) = SomePosts.ReadText(text);
        return new ImportedPost(outcome, post.Slug, live, report);
    }

    [Fact]
    public void A_file_is_told_by_what_was_understood_kept_changed_and_lost_with_lines_and_by_its_characters()
    {
        new ImportSummary(_said, "relocation", dryRun: false).Tell("said.md",
            Post("---\ntitle: Notice\nhero: false\n---\nFour <b>weeks</b>,\n<b>a</b> <b>b</b> ![A desk](desk.png).\n"));

        Assert.Equal("""
            said.md: created as said, read at /sites/relocation/said
              understood  The file name gives the date 2024-01-01.
              understood  Date and file name give the former address /2024/01/01/said/.
              understood  line 2: The title is “Notice”.
              kept        line 3: “hero” has no field and is kept as an attribute.
              changed     lines 5, 6 (2 times): <b> became Markdown.
              lost        line 6: There is no image desk.png; its alt text is shown.
              characters  92 in = 35 stored + 69 removed (HTML tags 21, blank lines 1, front matter 34, missing images 13) - 12 added (Markdown for HTML 12)

            """, _said.ToString());
    }

    [Fact]
    public void What_is_unchanged_is_counted_and_what_was_left_alone_or_refused_says_why()
    {
        var summary = new ImportSummary(_said, "relocation", dryRun: false);
        summary.Tell("a.md", new ImportedPost(ImportOutcome.Unchanged, "a", true, FileReport.Empty("a.md")));
        summary.Tell("b.md", new ImportedPost(ImportOutcome.LeftAlone, "b", true, FileReport.Empty("b.md"), "A person changed the article since the last import; it was left alone."));
        summary.Tell("c.md", Error.Field("bytes", "body.too_large", "The file is over 2 MB."));
        summary.Close(3, "Relocation");

        var lines = _said.ToString().Split('\n');
        Assert.Equal(["b.md: left alone. A person changed the article since the last import; it was left alone.", "c.md: refused. The file is over 2 MB.", ""], lines[..3]);
        Assert.StartsWith("3 files for Relocation, ", lines[3]);
        Assert.Equal(["       1 left alone", "       1 refused", "       1 unchanged", "       2 seen by readers", ""], lines[4..]);
        Assert.Equal(1, summary.Refused);
    }

    [Fact]
    public void A_dry_run_says_would()
    {
        var summary = new ImportSummary(_said, "relocation", dryRun: true);
        summary.Tell("said.md", Post("Words."));
        summary.Close(1, "Relocation");
        Assert.StartsWith("said.md: would be created as said, to be read at /sites/relocation/said\n", _said.ToString());
        Assert.Contains("\n1 file for Relocation, read and not stored, ", _said.ToString());
        Assert.Contains("       1 would be created\n       1 would be seen by readers\n", _said.ToString());
    }
}

using QuestCms.Web.Cli;

namespace QuestCms.UnitTests.Cli;

public sealed class ImportWordsTests
{
    private const string Usage = "import markdown PATH --site SLUG [--publish] [--as EMAIL] [--dry-run]";

    [Theory]
    [InlineData("There is no format “joomla” to import. There are: markdown, wordpress, ghost, legacy.", "joomla", ".", "--site", "relocation")]
    [InlineData($"Say what to import: {Usage}")]
    [InlineData($"Say which folder to import: {Usage}", "markdown", "--site", "relocation")]
    [InlineData("One folder at a time: “more” is one too many.", "markdown", ".", "more", "--site", "relocation")]
    [InlineData($"Say which site the articles are for: {Usage}", "markdown", ".")]
    [InlineData($"There is no option --force. The words are: {Usage}", "markdown", ".", "--force")]
    [InlineData($"--site wants a word after it: {Usage}", "markdown", ".", "--site")]
    [InlineData("Say which file to import: import wordpress FILE --site SLUG [--publish] [--as EMAIL] [--dry-run]", "wordpress", "--site", "relocation")]
    [InlineData("One file at a time: “more” is one too many.", "ghost", "a.json", "more", "--site", "relocation")]
    [InlineData("One address at a time: “…” is one too many.", "legacy", "same", "postgresql://a:secret@b/c", "--site", "relocation")]
    [InlineData("Say which site the articles are for: import legacy same|ADDRESS --site SLUG [--publish] [--as EMAIL] [--dry-run]", "legacy", "same")]
    [InlineData($"--as wants a word after it: {Usage}", "markdown", ".", "--as", "--publish")]
    public void What_is_off_is_one_sentence(string sentence, params string[] words) =>
        Assert.Equal(sentence, Assert.Throws<UsageException>(() => ImportWords.Of(words)).Message);

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var gone = Path.Combine(AppContext.BaseDirectory, "gone");
        Assert.Equal($"There is no folder {gone}. Nothing was imported.", Assert.Throws<UsageException>(() => ImportWords.Of(["markdown", gone, "--site", "relocation"])).Message);
    }

    [Fact]
    public void The_words_may_stand_in_any_order() =>
        Assert.Equal(new ImportWords(ImportFormat.Markdown, Path.GetFullPath(AppContext.BaseDirectory), "relocation", "a@quest.test", Publish: true, DryRun: true),
            ImportWords.Of(["--dry-run", "--site", "relocation", "markdown", "--publish", Path.GetFullPath(AppContext.BaseDirectory), "--as", "a@quest.test"]));

    [Fact]
    public void The_earlier_table_is_named_by_a_word_an_address_or_the_environment()
    {
        Assert.Equal(new ImportWords(ImportFormat.Legacy, "same", "relocation", null, Publish: false, DryRun: false), ImportWords.Of(["legacy", "same", "--site", "relocation"]));
        Assert.Equal("", ImportWords.Of(["legacy", "--site", "relocation"]).Root);
    }
}

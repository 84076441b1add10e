using QuestCms.BrowserTests.Kit;

namespace QuestCms.BrowserTests.Content;

/// <summary>Opening any post, typing one word and saving changes that word and nothing else: by the real page, to the stored text.</summary>
public sealed class OneWordTests(BrowserRun run) : InABrowser(run)
{
    private const string Word = "quibble";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Posts");

    /// <summary>Those with a passage to type into: an empty one has nothing to leave alone, and one of nothing but HTML is kept whole as it is.</summary>
    public static TheoryData<string> Posts => [.. Directory.EnumerateFiles(Folder, "*.md").Where(f => HasPassage(BodyOf(File.ReadAllText(f)))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static bool HasPassage(string body) => body.Split("\n\n").Select(b => b.TrimStart()).Any(b => b.Any(char.IsLetter) && !b.Any(c => c is '<' or '{' or '[' or '`'));

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task One_word_typed_changes_that_word_and_nothing_else(string post)
    {
        var body = BodyOf(await File.ReadAllTextAsync(Path.Combine(Folder, post), TestContext.Current.CancellationToken));
        var article = await App.DraftAsync($"One word in {post}", body);
        var editor = await EditAsync(Who.Creator, article);

        await editor.SavedAsync(Word, async () =>
        {
            await editor.ClickIntoAPassageAsync();
            await editor.Page.Keyboard.TypeAsync($" {Word}");
            await editor.Page.Keyboard.PressAsync("Control+s");
        });

        var stored = (await App.StoredAsync(article)).Body;
        var at = stored.IndexOf($" {Word}", StringComparison.Ordinal);
        Assert.Equal(body, stored.Remove(at, Word.Length + 1));
    }

    /// <summary>Without front matter, which an import takes off; line ends as they are stored.</summary>
    private static string BodyOf(string post)
    {
        var text = post.ReplaceLineEndings("\n").TrimStart('\uFEFF').Replace("\0", "", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return text;
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        return end < 0 ? text : text[(end + 5)..];
    }
}

namespace QuestCms.Domain.Content;

/// <summary>
/// The words of a text. A word is a run of letters and digits of any script; apostrophes and hyphens between letters and points and commas between digits
/// belong to it, an ideograph is a word by itself. Words are compared ordinally. An address (https://…, www.…) is no word wherever it stands.
/// In Markdown, markup is no word: heading, emphasis and list marks, addresses and titles of links and images (an image's alt text is words), fence lines,
/// HTML tags and comments, template code (<c>{% … %}</c>, <c>{{ … }}</c>, <c>{: … }</c>), labels of links and footnotes. Words inside code are words.
/// Time is linear in the length of the text, whatever stands in it.
/// </summary>
public static class Words
{
    /// <summary>Words a reader reads in a minute.</summary>
    public const int PerMinute = 220;

    /// <summary>The words of a field: the body is Markdown, the others are plain.</summary>
    public static IReadOnlyList<Word> Of(TextField field, string text) => field == TextField.Body ? InMarkdown(text) : InPlain(text);

    /// <summary>The words of a text without markup, for instance of a text node of rendered HTML.</summary>
    public static IReadOnlyList<Word> InPlain(string text)
    {
        var words = new WordCollector(text);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n') words.Break(WordBreak.Block);
            i = words.Step(i, text.Length);
        }
        words.Break(WordBreak.Block);
        return words.Found;
    }

    public static IReadOnlyList<Word> InMarkdown(string text)
    {
        var words = new WordCollector(text);
        var lines = new MarkdownSegments(text);
        var inline = new MarkdownInline(text, words, lines.Labels);
        foreach (var segment in lines.Found)
        {
            if (segment.IsCode) words.StepTo(segment.Start, segment.End);
            else inline.Scan(segment);
            words.Break(segment.After);
        }
        return words.Found;
    }

    /// <summary>The words of the body and the minutes they take.</summary>
    public static WordCount Count(ArticleContent content)
    {
        var words = InMarkdown(content.Body).Count;
        return new WordCount(words, ReadingMinutes(words));
    }

    /// <summary>Rounded up: one minute from the first word on, none without words.</summary>
    public static int ReadingMinutes(int words) => (words + PerMinute - 1) / PerMinute;

    /// <summary>The text of a field.</summary>
    public static string TextOf(this ArticleContent content, TextField field) => field switch
    {
        TextField.Title => content.Title,
        TextField.Summary => content.Summary,
        TextField.Body => content.Body,
        TextField.SeoTitle => content.SeoTitle,
        TextField.SeoDescription => content.SeoDescription,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}

/// <summary>Words of a body and the whole minutes a reader needs at <see cref="Words.PerMinute"/>.</summary>
public readonly record struct WordCount(int Words, int Minutes);

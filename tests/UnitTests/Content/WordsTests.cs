using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Content;

public sealed class WordsTests
{
    private static string[] Markdown(string text) => [.. Words.InMarkdown(text).Select(w => text.Substring(w.Start, w.Length))];

    private static string[] Plain(string text) => [.. Words.InPlain(text).Select(w => text.Substring(w.Start, w.Length))];

    [Theory]
    [InlineData("Don't rent a well-known flat for 1,200.50 euro.", "Don't|rent|a|well-known|flat|for|1,200.50|euro")]
    [InlineData("Zürich — café, naïve «école» 北京 l’été", "Zürich|café|naïve|école|北|京|l’été")]
    [InlineData("rock--paper 'quoted' end- -start", "rock|paper|quoted|end|start")]
    [InlineData("See https://example.org/a_b?c=d. Then www.example.org, done", "See|Then|done")]
    [InlineData("e\u0301te\u0301 👍🏽 नमस्ते", "e\u0301te\u0301|नमस्ते")]
    [InlineData("", "")]
    public void A_word_is_a_run_of_letters_and_digits_with_what_joins_them(string text, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Plain(text));

    [Theory]
    [InlineData("# Heading **bold** _it_ ~~gone~~", "Heading|bold|it|gone")]
    [InlineData("A [link text](https://a.b/c_(d) \"a title\") here", "A|link|text|here")]
    [InlineData("A [link](<a b> 'title') and ![alt text](/x/y.png) end", "A|link|and|alt|text|end")]
    [InlineData("[not a link](some words here)", "not|a|link|some|words|here")]
    [InlineData("[in]({{ \"/2015/12/x\" | url }}) at {{ site.name }} and {% image \"a b\" %} end", "in|at|and|end")]
    [InlineData("- one\n* two\n1. three\n2) four\n- [x] five\n- [ ] six", "one|two|three|four|five|six")]
    [InlineData("It began in\n2014. We came.", "It|began|in|2014|We|came")]
    [InlineData("> 1. quoted\n> two", "quoted|two")]
    [InlineData("| a | b |\n|---|:-:|\n| 1 | two words |", "a|b|1|two|words")]
    [InlineData("```json\n{ \"key\": `x` } <b>\n```\nafter", "key|x|b|after")]
    [InlineData("Code `<b> [a](b) {{ c }}` and ``d ` e`` end", "Code|b|a|b|c|and|d|e|end")]
    [InlineData("<div class=\"wide box\">In <b>bold</b><br>new</div><!-- no words --> x < y and z > w", "In|bold|new|x|y|and|z|w")]
    [InlineData("<img alt=\"a > b\" src=x>after <https://a.b> <me@a.b> end", "after|end")]
    [InlineData("<!-- several\n\nlines --> after\n\n<script>\nvar a = 1;\n\nb()</script>end", "after|end")]
    [InlineData("Text[^1] and [ref][one] and [none][two]\n\n[^1]: The note\n\n[one]: https://a.b \"title\"", "Text|and|ref|and|none|two|The|note")]
    [InlineData("Tom&nbsp;&amp; Anna &#8212; A\\*B \\[x](y)", "Tom|Anna|A|B|x|y")]
    [InlineData("Title\n=====\n\n---\n\n    indented <code>\n\nend {: .class}", "Title|indented|code|end")]
    [InlineData("unclosed {{ brace, <tag and `tick and [link](never", "unclosed|brace|tag|and|tick|and|link|never")]
    public void Markup_is_no_word(string text, string expected) => Assert.Equal(expected.Split('|'), Markdown(text));

    [Theory]
    [InlineData("One two. Three? Yes… \"End.\" Last", "two Three Yes End Last")]
    [InlineData("Version 2.5 of node.js by the U.S. office, etc., is out.\n\nNew", "out New")]
    [InlineData("# Head\ntext\n- item\n- next", "Head text item next")]
    [InlineData("**Bold end.** Next [link end.](http://a.b) More", "end end More")]
    [InlineData("| a | b |\n|---|---|\n| c | d |", "a b c d")]
    [InlineData("我来了。你好", "了 好")]
    public void A_sentence_ends_with_its_mark_or_its_block(string text, string lasts) =>
        Assert.Equal(lasts, string.Join(' ', Words.InMarkdown(text).Where(w => w.After != WordBreak.None).Select(w => text.Substring(w.Start, w.Length))));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(220, 1)]
    [InlineData(221, 2)]
    public void Reading_takes_a_minute_for_220_words_begun(int words, int minutes)
    {
        var content = new ArticleContent { Title = "Not counted", Body = string.Join(' ', Enumerable.Repeat("word", words)) };
        Assert.Equal(new WordCount(words, minutes), Words.Count(content));
    }

    public static TheoryData<string> HostilePatterns =>
    [
        "[", "<", "`", "<a", "<!--", "](", "](<", "[a](", "[]([]({{", "{{", "{%", "{:", "`` ` ``` ", "> ", "- ", "1. ", "[^", "][", "&a", "\\", "(", ")", "[x](a \"", "|", "<a \"", "![",
        "http://", "_*", "\n- [", "\n|a", "\n[a]: b", "\n```", "<script", "'a", "🙂", "\u0301", "[a]( {{}} ", "<a\">", "\n    ", "\n>", "\n#",
    ];

    [Theory]
    [MemberData(nameof(HostilePatterns))]
    public void Eight_times_the_hostile_text_takes_about_eight_times_as_long(string pattern) =>
        StaysLinear(length => string.Concat(Enumerable.Repeat(pattern, length / pattern.Length)));

    [Fact]
    public void Openers_before_late_closers_stay_linear() =>
        StaysLinear(length => Repeat("[](", length / 6) + Repeat("{{}}", length / 20) + " x" + Repeat(")", length / 6));

    // The best of several, so that a busy machine doesn't count: a quadratic reader takes 64 times as long for the eightfold text.
    private static void StaysLinear(Func<int, string> text)
    {
        var (one, eight) = (Best(text(25_000)), Best(text(200_000)));
        Assert.True(eight < TimeSpan.FromMilliseconds(10) + 28 * one, $"{one.TotalMilliseconds} ms for an eighth, {eight.TotalMilliseconds} ms for all");
    }

    private static TimeSpan Best(string text) => Enumerable.Range(0, 7).Min(_ => CpuTime.Of(() => _ = Words.InMarkdown(text).Count));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}

using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.UnitTests.Neon.Delivery;

public sealed class SearchAskedTests
{
    // A word as it is; "a phrase"; -excluded; |what would do as well as the one before; word* where it may be a beginning.
    private static string Read(string typed) => string.Join(' ', SearchAsked.Of(typed).Terms.Select(t => (t.Or ? "|" : "") + (t.IsExcluded ? "-" : "") + (t.IsPhrase ? $"\"{t.Text}\"" : t.Text) + (t.Beginning ? "*" : "")));

    [Theory]
    [InlineData("first week lisbon", "first week lisbon*")]
    [InlineData("  first,week;(lisbon)  ", "first week lisbon")]
    [InlineData("\"tax office\" porto", "\"tax office\" porto*")]
    [InlineData("rent -deposit", "rent -deposit")]
    [InlineData("rent -\"fixed fee\" flat", "rent -\"fixed fee\" flat*")]
    [InlineData("porto or lisbon", "porto |lisbon*")]
    [InlineData("porto OR \"tax office\"", "porto |\"tax office\"")]
    [InlineData("or porto", "or porto*")]
    [InlineData("porto or", "porto or*")]
    [InlineData("porto or -lisbon", "porto -lisbon")]
    [InlineData("rent - deposit", "rent deposit*")]
    [InlineData("rent – deposit", "rent deposit*")]
    [InlineData("micro-purchase login.gov l'été", "micro-purchase login.gov l'été")]
    [InlineData("\"no partner", "no partner*")]
    [InlineData("a \" b", "a b")]
    [InlineData("<b>bold</b> a < b", "bold a b")]
    [InlineData("porto*", "porto")]
    [InlineData("a & b | !c <-> d:*", "a b c d")]
    [InlineData("x", "x")]
    [InlineData("\"\" - -- \"-\" %", "")]
    public void It_is_read_as_a_reader_means_it(string typed, string expected) => Assert.Equal(expected, Read(typed));

    [Fact]
    public void Only_what_is_not_wanted_asks_for_nothing() => Assert.True(SearchAsked.Of("-rent -\"fixed fee\"").IsEmpty);

    [Fact]
    public void A_phrase_is_required_unless_something_else_would_do()
    {
        Assert.Equal(["tax office"], SearchAsked.Of("\"tax office\" porto").Required.Select(t => t.Text));
        Assert.Empty(SearchAsked.Of("\"tax office\" or porto").Required);
    }

    [Fact]
    public void What_comes_after_the_twenty_fourth_word_is_not_looked_for() => Assert.Equal(24, SearchAsked.Of(string.Join(' ', Enumerable.Range(0, 60).Select(i => $"w{i}"))).Terms.Count);

    [Fact]
    public void With_other_words_it_is_what_a_reader_would_have_typed() =>
        Assert.Equal("lighthouse or \"tax office\" -rent porto", SearchAsked.Of("ligthouse or \"tax office\" -rent porto").Typed(new Dictionary<string, string> { ["ligthouse"] = "lighthouse" }));
}

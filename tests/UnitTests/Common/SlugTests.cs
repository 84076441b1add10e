using QuestCms.Domain.Common;

namespace QuestCms.UnitTests.Common;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Moving to Lisbon", "moving-to-lisbon")]
    [InlineData("São Paulo, Łódź & Århus", "sao-paulo-lodz-arhus")]
    [InlineData("Straße, Œuvre, Æther, Þing", "strasse-oeuvre-aether-thing")]
    [InlineData("Cafe\u0301 and café", "cafe-and-cafe")]
    [InlineData("It’s what's in it", "its-whats-in-it")]
    [InlineData("  --- 2026: 10% --- ", "2026-10")]
    [InlineData("東京", "")]
    [InlineData("!?", "")]
    public void Accents_fall_and_anything_else_parts_words(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Fact]
    public void A_long_one_is_cut_at_a_word_and_stays_valid()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("seventeen letters ", 20)));

        Assert.True(slug.Length <= Slug.Max && Slug.IsValid(slug));
        Assert.EndsWith("letters", slug, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a-1", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("A", false)]
    [InlineData("é", false)]
    [InlineData("a b", false)]
    public void What_a_slug_is(string slug, bool valid) => Assert.Equal(valid, Slug.IsValid(slug));
}

using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Content;

public sealed class TintedTextTests
{
    private static readonly Origin Person = new(OriginKind.Person, new Guid("00000000-0000-7000-8000-000000000001"));
    private static readonly Origin Claude = new(OriginKind.Generation, new Guid("00000000-0000-7000-8000-000000000003"));
    private static readonly Origin Pasted = Person with { Pasted = true };
    private static readonly Origin Import = new(OriginKind.Import);

    private const string Body = "## Two words\n\nThis is **Claude's** own sentence. This one was changed by hand! Typed words and pasted words.";

    private static readonly ArticleContent Content = new() { Body = Body };
    private static readonly Authorship Mixed = Written(Content, [(2, Import), (5, Claude), (4, Claude), (2, Person), (3, Person), (2, Pasted)]);

    private static Authorship Written(ArticleContent content, (int Words, Origin Origin)[] runs)
    {
        var words = runs.SelectMany(run => Enumerable.Repeat<Origin?>(run.Origin, run.Words)).ToArray();
        Assert.Equal(Words.InMarkdown(content.Body).Count, words.Length);
        return Authorship.Of([(TextField.Body, words)]);
    }

    [Fact]
    public void A_sentence_of_two_hands_is_edited_as_a_whole() =>
        Assert.Equal([new(2, Tint.Human), new(5, Tint.Machine), new(6, Tint.Edited), new(3, Tint.Human), new(2, Tint.Pasted)], TintedText.OfBody(Content, Mixed).Runs);

    [Fact]
    public void Spans_stand_in_the_source_sentence_by_sentence() => Assert.Equal(
        ["Two words", "This is **Claude's** own sentence.", "This one was changed by hand!", "Typed words and", "pasted words."],
        TintedText.OfBody(Content, Mixed).Spans.Select(s => Body.Substring(s.Start, s.Length)));

    [Fact]
    public void Shares_count_import_with_people_and_keep_its_kind()
    {
        Assert.Equal(new OriginShares(5, 6, 5, 2), Mixed.Shares(Content));
        Assert.Equal(2, Mixed.WordsByKind()[OriginKind.Import]);
        Assert.Equal(new MachineShare(9, 18), Mixed.MachineShare());
    }

    [Theory]
    [InlineData(0, 10, MachineHand.None, 0)]
    [InlineData(1, 10, MachineHand.Assisted, 0.1)]
    [InlineData(5, 10, MachineHand.Assisted, 0.5)]
    [InlineData(6, 10, MachineHand.Generated, 0.6)]
    [InlineData(0, 0, MachineHand.None, 0)]
    public void Over_half_of_the_words_makes_a_text_generated(int machine, int words, MachineHand hand, double share)
    {
        Assert.Equal(hand, new MachineShare(machine, words).Hand);
        Assert.Equal(share, new MachineShare(machine, words).Share);
    }

    [Fact]
    public void Rendered_text_takes_the_tints_though_it_has_words_of_its_own()
    {
        string[] rendered = ["Two words", "This is ", "Claude's", " own sentence. This one (1) was changed by hand! Typed words and pasted words."];
        var spans = TintedText.OfBody(Content, Mixed).Over(rendered);
        Assert.Equal(["Two words"], Cut(0, Tint.Human));
        Assert.Equal(["This is"], Cut(1, Tint.Machine));
        Assert.Equal(["Claude's"], Cut(2, Tint.Machine));
        Assert.Equal(["own sentence."], Cut(3, Tint.Machine));
        Assert.Equal(["This one (1) was changed by hand!"], Cut(3, Tint.Edited));
        Assert.Equal(["pasted words."], Cut(3, Tint.Pasted));

        string[] Cut(int node, Tint tint) => [.. spans[node].Where(s => s.Tint == tint).Select(s => rendered[node].Substring(s.Start, s.Length))];
    }
}

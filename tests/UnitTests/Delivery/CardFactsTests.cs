using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Delivery;

public sealed class CardFactsTests
{
    private static readonly Guid One = Guid.CreateVersion7(), Two = Guid.CreateVersion7(), Lost = Guid.CreateVersion7();

    [Fact]
    public void Words_are_told_by_hands_and_models_most_words_first_and_a_person_is_nobody_in_particular()
    {
        Origin[] origins =
        [
            new(OriginKind.Person, Guid.CreateVersion7()), new(OriginKind.Person, Guid.CreateVersion7(), Pasted: true), new(OriginKind.Generation, One), new(OriginKind.Generation, Two), new(OriginKind.Generation, Lost),
            new(OriginKind.Agent, Guid.CreateVersion7()), new(OriginKind.Import),
        ];
        var authorship = new Authorship(origins, new Dictionary<TextField, IReadOnlyList<OriginRun>>
        {
            [TextField.Title] = [new(3, 0)],
            [TextField.Body] = [new(40, 2), new(10, 1), new(20, 3), new(7, 4), new(2, 5), new(30, 2), new(1, 6)],
        });

        var hands = CardFacts.HandsIn(authorship, new Dictionary<Guid, CardModel> { [One] = new("claude-sonnet-5-5", "draft/2"), [Two] = new("claude-haiku-5-5", "passage/1") });

        Assert.Equal([("model", "claude-sonnet-5-5", 70, 0), ("model", "claude-haiku-5-5", 20, 0), ("person", null, 13, 10), ("model", null, 7, 0), ("program", null, 2, 0), ("import", null, 1, 0)],
            hands.Select(h => (h.Kind, h.Model, h.Words, h.Pasted)));
        Assert.Equal(["draft/2"], hands[0].Prompts);
        Assert.Empty(hands[3].Prompts);
    }

    [Fact]
    public void The_same_model_under_two_prompts_is_one_hand()
    {
        var authorship = new Authorship([new(OriginKind.Generation, One), new(OriginKind.Generation, Two)], new Dictionary<TextField, IReadOnlyList<OriginRun>> { [TextField.Body] = [new(4, 0), new(5, 1)] });

        var hand = Assert.Single(CardFacts.HandsIn(authorship, new Dictionary<Guid, CardModel> { [One] = new("claude-sonnet-5-5", "draft/2"), [Two] = new("claude-sonnet-5-5", "passage/1") }));

        Assert.Equal(9, hand.Words);
        Assert.Equal(["draft/2", "passage/1"], hand.Prompts);
    }

    [Theory]
    [InlineData("https://www.gov.pt/fees?year=2026", "https://www.gov.pt/fees?year=2026")]
    [InlineData(" https://www.gov.pt/fees ", "https://www.gov.pt/fees")]
    [InlineData("https://medium.com/@desk/fees", "https://medium.com/@desk/fees")]
    [InlineData("Fee table, second drawer", null)]
    [InlineData("asked maria@quest.test", null)]
    [InlineData("https://name:secret@www.gov.pt/fees", null)]
    [InlineData("https://www.gov.pt/fees?to=maria@quest.test", null)]
    [InlineData("https://www.gov.pt/fees?to=maria%40quest.test", null)]
    [InlineData("https://wiki/fees", null)]
    [InlineData("https://wiki.internal/fees", null)]
    [InlineData("http://10.0.0.3/fees", null)]
    [InlineData("http://[::1]/fees", null)]
    [InlineData("https://www.gov.pt:8443/fees", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    public void A_source_is_shown_where_a_reader_can_open_it(string noted, string? shown) => Assert.Equal(shown, PublicSource.Of(noted));
}

using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Content;

public sealed class SentencesOfTests
{
    private static readonly Guid One = new("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Two = new("00000000-0000-7000-8000-000000000002");

    [Fact]
    public void A_sentence_is_found_by_one_word_of_it_and_says_how_many_with_the_mark_that_ends_it()
    {
        var before = new ArticleContent { Title = "Deposits", Body = "The deposit is three rents. Nobody pays more than that here.\n\n## What it costs\n\nNothing at all." };
        var machine = new TracedText(before, Authorship.AllOf(before, new Origin(OriginKind.Generation, One)));
        var after = before with { Body = "The deposit is two rents. Somebody typed this sentence.\n\n## What it costs\n\nNothing at all." };
        var authorship = AuthorshipTracer.Trace(after, new Origin(OriginKind.Person, Two), new TraceSources(machine));

        var found = SentencesOf.In(after, authorship, new HashSet<Guid> { One });

        Assert.Equal([(TextField.Title, "Deposits", 1), (TextField.Body, "The deposit is two rents.", 5), (TextField.Body, "What it costs", 3), (TextField.Body, "Nothing at all.", 3)], found.Select(s => (s.Field, s.Text, s.Words)));
        Assert.InRange(found[1].OfThem, 1, 4);
        Assert.All(found.Where(s => s != found[1]), s => Assert.Equal(s.Words, s.OfThem));
        Assert.All(found, s => Assert.Equal(One, s.Who));
        Assert.Equal("Somebody typed this sentence.", SentencesOf.In(after, authorship, new HashSet<Guid> { Two })[^1].Text);
        Assert.Empty(SentencesOf.In(after, authorship, new HashSet<Guid> { Guid.Empty }));
        Assert.Equal(found.Sum(s => s.OfThem), authorship.WordsOf(OriginKind.Generation, One));
    }
}

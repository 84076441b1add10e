using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;

namespace QuestCms.UnitTests.Ai;

public sealed class PaintingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void There_are_seven_styles_each_with_a_line_of_its_own_and_professional_comes_first()
    {
        Assert.Equal(7, PictureStyle.All.DistinctBy(s => s.Name).Count());
        Assert.Equal(("professional", PictureStyle.Professional), (PictureStyle.All[0].Name, PictureStyle.Find("professional")));
        Assert.All(PictureStyle.All, s => Assert.True(s.Says.Length is > 20 and < 90 && s.Words.Length > 20));
        Assert.Null(PictureStyle.Find("Professional"));
    }

    [Fact]
    public void The_model_is_told_the_writers_words_first_and_no_letters_always() =>
        Assert.Matches("^A desk\\. Minimalist still life.*No text, letters, numbers, logos or watermarks\\.$", PictureStyle.Find("minimal")!.With("  A desk. "));

    [Fact]
    public void A_painting_is_begun_once()
    {
        var painting = Painting.Of(GenerationId.New(Now), PictureStyle.Professional, "A desk");
        painting.Begin("abc", Now);
        Assert.Throws<InvalidOperationException>(() => painting.Begin("def", Now));
        Assert.Equal(("abc", Now), (painting.Prediction, painting.BegunAt));
    }

    [Fact]
    public void It_is_looked_at_soon_then_seldom_and_its_file_is_fetched_three_times()
    {
        var painting = Painting.Of(GenerationId.New(Now), PictureStyle.Professional, "A desk");
        var pauses = Enumerable.Range(0, 60).Select(_ => painting.LookAgain().TotalSeconds).ToList();
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Take(6).Sum(), 5, 8);
        Assert.InRange(pauses.Sum(), 180, 300); // a request every five seconds at the end
        Assert.Equal([2.0, 4.0], new[] { painting.FetchAgain(), painting.FetchAgain() }.Select(p => p!.Value.TotalSeconds));
        Assert.Null(painting.FetchAgain());
    }

    [Theory]
    [InlineData("A desk by a window. Morning light.", "A desk by a window")]
    [InlineData("  Rain\non a quay  ", "Rain on a quay")]
    [InlineData("A desk.", "A desk")]
    public void A_first_alternative_text_comes_from_the_writers_words(string words, string alt) => Assert.Equal(alt, HowPaintingEnded.AltOf(words));

    [Fact]
    public void A_long_one_is_cut_at_a_word() => Assert.Matches("^(word )+word…$", HowPaintingEnded.AltOf(string.Concat(Enumerable.Repeat("word ", 100))));

    [Theory]
    [InlineData("black-forest-labs/flux-1.1-pro", "Flux 1.1 Pro")]
    [InlineData("black-forest-labs/flux-schnell", "Flux Schnell")]
    public void A_model_has_a_name_people_say(string model, string said) => Assert.Equal(said, PainterModels.InWords(model));
}

using QuestCms.Domain.Media;

namespace QuestCms.UnitTests.Media;

public sealed class RenditionPlansTests
{
    [Theory]
    [InlineData(4000, 3000, "w400 w800 w1200 w1600", "cover-800 cover-1600")]
    [InlineData(1600, 900, "w400 w800 w1200 w1600", "cover-800 cover-1600")]
    [InlineData(1000, 1000, "w400 w800 w1200", "cover-800 cover-1600")]
    [InlineData(400, 300, "w400", "cover-800")]
    [InlineData(1, 1, "w400", "cover-800")]
    [InlineData(50_000, 10, "w400 w800 w1200 w1600", "cover-800")]
    public void A_picture_gets_the_widths_it_can_fill_and_the_next_one_with_its_own(int width, int height, string whole, string covers)
    {
        var plans = RenditionPlans.Of(width, height, new FocalPoint(30, 70));

        Assert.Equal(whole.Split(' ').SelectMany(n => new[] { $"{n}.webp", $"{n}.avif" }), plans.Where(p => p.Cut == RenditionCut.Whole).Select(p => p.Name));
        Assert.Equal(covers.Split(' ').SelectMany(n => new[] { $"{n}-30x70.webp", $"{n}-30x70.avif" }), plans.Where(p => p.Cut == RenditionCut.Cover).Select(p => p.Name));
        Assert.Equal("social-30x70.jpg", plans.Single(p => p.Cut == RenditionCut.Social).Name);
        Assert.All(plans, p => Assert.True(p.Width <= width && p.Width >= 1 && (p.Height is null || (p.Height <= height && p.Height >= 1)), p.Name));
    }

    [Fact]
    public void A_crop_has_its_shape()
    {
        var plans = RenditionPlans.Of(4000, 3000, FocalPoint.Middle);

        Assert.All(plans.Where(p => p.Cut == RenditionCut.Cover), p => Assert.Equal(p.Width * 9 / 16, p.Height));
        Assert.Equal((1200, 630), (plans[^1].Width, plans[^1].Height));
    }

    [Theory]
    [InlineData(4000, "w1200.webp", "w800.webp")]
    [InlineData(900, "w1200.webp", "w800.webp")]
    [InlineData(700, "w800.webp", "w800.webp")]
    [InlineData(10, "w400.webp", "w400.webp")]
    public void What_stands_in_a_text_and_what_is_made_first_are_among_them(int width, string inText, string first)
    {
        var names = RenditionPlans.Of(width, width, FocalPoint.Middle).Select(p => p.Name).ToList();

        Assert.Equal((inText, first), (RenditionPlans.NameInText(width), RenditionPlans.NameOfFirst(width)));
        Assert.Contains(inText, names);
        Assert.Contains(first, names);
    }
}

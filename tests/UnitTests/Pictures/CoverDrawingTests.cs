using QuestCms.Infrastructure.Pictures.Covers;

namespace QuestCms.UnitTests.Pictures;

/// <summary>The house cover, measured from its pixels: contrast, size of the letters, and that nothing of a title is lost.</summary>
public sealed class CoverDrawingTests
{
    private static readonly string[] Titles =
    [
        "Visas", "A", "Moving to Lisbon with a family", "School first, then the flat", "2026: 10 fees, 3 dates & 1 form", "What a €160 fee buys in 90 days", "“Where is my deposit?” and 12 other questions landlords don’t answer",
        "How to open a bank account in Germany when nobody has heard of you yet", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "Переезд в Португалию: с чего начать", "Η ζωή στην Αθήνα",
        "Tiếng Việt: sống ở Hà Nội", "Salaries in Zürich, Malmö and Kraków compared", "WAVE To AV Ty. Yoga LTe", "Ten rockets & stars", "100 % remote?", "Straße, façade, Łódź, İzmir, Þór",
        "Rainmaker: how consultants win the second contract", "Hiring your first ML engineer",
        "Tax residency for AI engineers: the 183-day rule, the tie-breaker and what your employer must do before the first of January, so that nobody pays twice and everybody sleeps well at night in a new house",
    ];

    private static readonly (string Name, string Slug)[] Sites = [("Relocation", "relocation"), ("Rainmaker", "rainmaker"), ("Placement", "placement"), ("Harbour", "harbour")];

    public static TheoryData<int> All() => [.. Enumerable.Range(0, Titles.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_title_stands_whole_large_enough_and_in_contrast_to_every_pixel_under_it(int index)
    {
        var (title, site) = (Titles[index], Sites[index % Sites.Length]);
        var drawn = CoverDrawing.Draw($"seed {index}", title, site.Name, site.Slug);
        var ground = CoverDrawing.Draw($"seed {index}", title, site.Name, site.Slug, withTitle: false);

        Assert.NotNull(drawn.Title);
        Assert.True(drawn.Title.Size >= CoverDrawing.LeastSize, $"{drawn.Title.Size:0} pixels");
        Assert.Equal(Letters(title), Letters(string.Concat(drawn.Title.Lines))); // broken words have a hyphen more
        var contrast = Contrast(drawn.Canvas, ground.Canvas, SiteColours.OfSite(site.Slug));
        Assert.True(contrast.Pixels > 500, "The title is not there.");
        Assert.True(contrast.Least >= 4.5, $"Contrast {contrast.Least:0.0}.");
    }

    [Fact]
    public void Each_article_has_its_own_and_the_same_one_every_time()
    {
        var all = Enumerable.Range(0, 12).Select(i => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(CoverDrawing.Draw($"article {i}", "The same title", "Relocation", "relocation").Canvas.Pixels))).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Equal(all[0], Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(CoverDrawing.Draw("article 0", "The same title", "Relocation", "relocation").Canvas.Pixels)));
    }

    [Theory]
    [InlineData("日本への引っ越し")]
    [InlineData("الانتقال إلى لشبونة")]
    [InlineData("Lisbon 日本")]
    [InlineData("🚀")]
    [InlineData("")]
    public void Letters_we_have_no_drawing_of_leave_the_title_out_and_never_holes(string title) => Assert.Null(CoverDrawing.Draw("seed", title, "Relocation", "relocation").Title);

    [Fact]
    public void Signs_we_have_no_drawing_of_are_left_out_alone() => Assert.Equal("Ten rockets & stars", string.Join(' ', CoverDrawing.Draw("seed", "🚀 Ten rockets & stars ✨", "Relocation", "relocation").Title!.Lines));

    [Theory]
    [InlineData(200, "W")]
    [InlineData(40, "Wide ")]
    [InlineData(100, "il")]
    public void What_is_longer_than_the_cover_ends_in_dots_and_stays_inside(int times, string word)
    {
        var drawn = CoverDrawing.Draw("seed", string.Concat(Enumerable.Repeat(word, times)), "Relocation", "relocation");
        var ground = CoverDrawing.Draw("seed", string.Concat(Enumerable.Repeat(word, times)), "Relocation", "relocation", withTitle: false);
        for (var i = 0; i < drawn.Canvas.Pixels.Length; i++)
        {
            if (drawn.Canvas.Pixels[i] == ground.Canvas.Pixels[i]) continue;
            var (x, y) = (i / 3 % CoverDrawing.Width, i / 3 / CoverDrawing.Width);
            Assert.True(x is > 40 and < CoverDrawing.Width - 40 && y is > 40 and < CoverDrawing.Height - 40, $"{x}, {y}");
        }
    }

    [Fact]
    public void Every_sites_colours_carry_text_on_each_other() => Assert.All(SiteColours.All, c => Assert.True(c.Dark.ContrastWith(c.Paper) >= 7));

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static (double Least, int Pixels) Contrast(Canvas drawn, Canvas ground, SiteColours colours)
    {
        var (least, pixels) = (21.0, 0);
        for (var at = 0; at < drawn.Pixels.Length; at += 3)
        {
            var ink = new Colour(drawn.Pixels[at], drawn.Pixels[at + 1], drawn.Pixels[at + 2]);
            var under = new Colour(ground.Pixels[at], ground.Pixels[at + 1], ground.Pixels[at + 2]);
            if (ink == under || (ink != colours.Dark && ink != colours.Paper)) continue; // only where a letter covers the pixel whole
            least = Math.Min(least, ink.ContrastWith(under));
            pixels++;
        }
        return (least, pixels);
    }
}

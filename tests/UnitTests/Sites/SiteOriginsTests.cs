using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Sites;

public sealed class SiteOriginsTests
{
    [Fact]
    public void One_a_line_each_once_as_a_browser_sends_them() =>
        Assert.Equal(["https://www.example.org", "http://localhost:3000", "https://other.example:8443"],
            SiteOrigins.Read("  https://www.Example.org\r\nhttp://localhost:3000, https://www.example.org\n\nhttps://other.example:8443").Value);

    [Theory]
    [InlineData("http://www.example.org", "is not https")]
    [InlineData("https://www.example.org/", "https://www.example.org")]
    [InlineData("https://www.example.org/app", "has a path")]
    [InlineData("https://www.example.org?x=1", "has a path")]
    [InlineData("https://me:secret@www.example.org", "a name or a password")]
    [InlineData("https://*.example.org", "many hosts")]
    [InlineData("www.example.org", "with its scheme")]
    [InlineData("javascript:alert(1)", "no origin")]
    [InlineData("*", "not needed")]
    public void What_is_none_is_refused_and_says_what_it_should_be(string typed, string said)
    {
        var refusal = SiteOrigins.Read("https://fine.example\n" + typed).Error!;
        Assert.Equal("origins", Assert.Single(refusal.Fields).Path);
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_not_endlessly_many() =>
        Assert.Equal("origins.too_many", SiteOrigins.Read(string.Join('\n', Enumerable.Range(0, SiteOrigins.Most + 1).Select(n => $"https://h{n}.example"))).Error?.Code);
}

public sealed class SharedThingsOfASiteTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_site_names_what_changed_and_nothing_where_nothing_did()
    {
        var site = Site.Found(SiteId.New(Now), "relocation", "Relocation", "How to move.", "en", Now);
        site.TakeEvents();

        site.Change(new SiteTerms(" Relocation ", "How to move.", "en", true, [], false));
        Assert.Empty(site.News);
        Assert.Equal(1, site.Version);

        site.Change(new SiteTerms("Moving", "How to move.", "en", false, ["https://www.example.org"], false));
        Assert.Equal("name, anonymousReading, origins", Assert.IsType<SiteChanged>(Assert.Single(site.News)).Fields);
    }

    [Fact]
    public void A_category_tells_what_it_was()
    {
        var category = Category.Add(CategoryId.New(Now), SiteId.New(Now), "portugal", "Portugal");
        category.TakeEvents();
        category.Rename("Portugal ", "portugal");
        Assert.Empty(category.News);

        category.Rename("Portugal and Madeira", "portugal-and-madeira");
        var told = Assert.IsType<CategoryRenamed>(Assert.Single(category.News));
        Assert.Equal(("Portugal", "portugal", "Portugal and Madeira", "portugal-and-madeira"), (told.FormerName, told.FormerSlug, told.Name, told.Slug));
    }
}

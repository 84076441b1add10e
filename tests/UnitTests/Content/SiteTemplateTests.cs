using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Content;

public sealed class SiteTemplateTests
{
    private static readonly SiteId Site = SiteId.New(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_site_begins_with_the_sections_of_the_house() => Assert.Equal(Template.Of(ArticleKind.News).Sections, SiteTemplate.Of(Site, ArticleKind.News).Sections);

    [Fact]
    public void Changed_it_says_so_and_its_outline_has_the_new_sections()
    {
        var template = SiteTemplate.Of(Site, ArticleKind.News);

        Assert.Null(template.Change([new("What changed", "In two sentences."), new("Sources", "")]).Error);

        Assert.Equal("## What changed\n\n> In two sentences.\n\n## Sources\n", template.AsTemplate().Outline());
        Assert.Equal(new TemplateChanged(Site, "News", "What changed, Sources"), Assert.Single(template.News));
    }

    public static TheoryData<string, TemplateSection[]> Refused => new()
    {
        { "template.count", [] },
        { "template.count", [.. Enumerable.Range(0, 13).Select(i => new TemplateSection($"Section {i}", ""))] },
        { "template.heading", [new("", "Guidance without a heading.")] },
        { "template.heading", [new(new string('x', 101), "")] },
        { "template.bar", [new("Costs | and more", "")] },
        { "template.bar", [new("Costs\nand more", "")] },
        { "template.guidance", [new("Costs", new string('x', 301))] },
        { "template.twice", [new("Costs", "One."), new("costs", "Two.")] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_template_is_refused_and_nothing_changes(string code, TemplateSection[] sections)
    {
        var template = SiteTemplate.Of(Site, ArticleKind.Guide);

        Assert.Equal(code, template.Change(sections).Error?.Code);

        Assert.Equal(Template.Of(ArticleKind.Guide).Sections, template.Sections);
        Assert.Empty(template.News);
    }

    [Fact]
    public void Lines_and_sections_are_the_same_in_two_forms()
    {
        TemplateSection[] sections = [new("Costs", "With | a bar in it."), new("Sources", "")];
        Assert.Equal("Costs | With | a bar in it.\nSources", TemplateSection.InLines(sections));
        Assert.Equal(sections, TemplateSection.Read("Costs | With | a bar in it.\n\n  Sources  \n"));
    }
}

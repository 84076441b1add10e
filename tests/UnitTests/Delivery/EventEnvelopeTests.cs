using System.Text;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class EventEnvelopeTests
{
    private static readonly Guid Site = Guid.Parse("0193a1b2-c3d4-7e5f-8a6b-0c1d2e3f4a5b");
    private static readonly Guid Article = Guid.Parse("0193a1b2-c3d4-7e5f-8a6b-111111111111");
    private static readonly DateTimeOffset At = new(2026, 11, 28, 1, 2, 3, 45, TimeSpan.Zero);

    [Fact]
    public void It_has_the_members_of_the_contract_in_its_order_and_no_others()
    {
        var told = new LoggedEvent(Site, "0a1b2c3d", 42, DeliveryEvent.Updated, At, Article, null, "lisbon", null, "en", 3, ["title", "seo"], ["site:relocation", $"article:{Article}"]);

        Assert.Equal(
            $$$"""{"id":"0a1b2c3d-0c1d2e3f4a5b-42","type":"article.updated","timestamp":"2026-11-28T01:02:03.045Z","data":{"id":"{{{Article}}}","site":"relocation","slug":"lisbon","previousSlug":null,"locale":"en","version":3,"sequence":42,"url":"/api/v1/sites/relocation/articles/{{{Article}}}","changedFields":["title","seo"],"cacheTags":["site:relocation","article:{{{Article}}}"]}}""",
            Encoding.UTF8.GetString(EventEnvelope.Of(told, "relocation").ToJson()));
    }

    [Fact]
    public void What_is_not_about_an_article_says_null_where_there_is_nothing_to_say()
    {
        var site = EventEnvelope.Of(new LoggedEvent(Site, "0a1b2c3d", 1, DeliveryEvent.SiteUpdated, At, null, null, "", null, "en", 0, ["name"], []), "relocation").Data;
        var media = EventEnvelope.Of(new LoggedEvent(Site, "0a1b2c3d", 2, DeliveryEvent.MediaUpdated, At, null, Article, "", null, "", 0, ["alt"], []), "relocation").Data;
        var test = EventEnvelope.Test(Article, Site, "relocation", At);

        Assert.Equal((Site, null, "en", null, "/api/v1/sites/relocation"), (site.Id, site.Slug, site.Locale, site.Version, site.Url));
        Assert.Equal((Article, null, null, null, null), (media.Id, media.Slug, media.Locale, media.Version, media.Url));
        Assert.Equal(($"test-{Article:N}", DeliveryEvent.EndpointTest, (long?)null), (test.Id, test.Type, test.Data.Sequence));
    }

    [Theory]
    [InlineData("0a1b2c3d-0c1d2e3f4a5b-42", true)]
    [InlineData("0a1b2c3d-0c1d2e3f4a5b-0", true)]
    [InlineData("0a1b2c3d-0c1d2e3f4a5b--1", false)]
    [InlineData("0a1b2c3d-0c1d2e3f4a5b-99999999999999999999", false)]
    [InlineData("0A1B2C3D-0c1d2e3f4a5b-42", false)]
    [InlineData("0a1b2c3d-0c1d2e3f4a5b", false)]
    [InlineData("0a1b2c3d-0c1d2e3f4a5b-4\u0662", false)]
    [InlineData("42", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_place_is_read_as_it_was_written_and_nothing_else_is_one(string? text, bool isOne)
    {
        Assert.Equal(isOne, LogPosition.TryParse(text, out var position));
        if (isOne) Assert.Equal((text, LogPosition.MarkOf(Site)), (position.ToString(), position.Mark));
    }
}

public sealed class PublishedFieldsTests
{
    private const string Before = """{"id":"a","title":"One","body":"<p>x</p>","tags":["a","b"],"image":null,"version":1,"updatedAt":"t1","cacheTags":["site:s","category:old"]}""";

    [Fact]
    public void What_differs_is_named_and_what_always_differs_is_not() => Assert.Equal(["title", "tags", "image", "cacheTags"], PublishedFields.Changed(Before,
        """{"id":"a","title":"Two","body":"<p>x</p>","tags":["b","a"],"image":{"url":"/m"},"version":2,"updatedAt":"t2","cacheTags":["site:s","category:new"]}"""));

    [Fact]
    public void A_field_that_came_or_went_differs() => Assert.Equal(["isNew", "body"], PublishedFields.Changed("""{"body":"x"}""", """{"isNew":null}"""));

    [Fact]
    public void Nothing_differs_from_itself_or_from_nothing()
    {
        Assert.Empty(PublishedFields.Changed(Before, Before));
        Assert.Empty(PublishedFields.Changed(null, Before));
    }

    [Fact]
    public void The_tags_of_before_and_now_are_dropped_each_once() =>
        Assert.Equal(["site:s", "category:old", "category:new"], PublishedFields.CacheTags(Before, null, """{"cacheTags":["site:s","category:new"]}"""));
}

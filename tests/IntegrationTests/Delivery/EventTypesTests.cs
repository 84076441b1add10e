using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Domain.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>Every type of event that the contract names happens: each is brought about as people bring it about, and read where sites read it.</summary>
public sealed class EventTypesTests(SharedHouse shared) : InASharedHouse(shared)
{
    // A new type without a line here fails. One is reserved, and one goes to a webhook alone.
    private static readonly Dictionary<string, Func<SomeHouse, Task>> Happens = new()
    {
        [DeliveryEvent.Published] = some => some.LiveAsync("Published once"),
        [DeliveryEvent.Updated] = async some =>
        {
            var article = await some.LiveAsync("Updated once");
            await some.WriteAsync(article, "Another text.");
            await some.ApprovedAsync(article);
            await some.Must(new PublishArticle(article), some.Publisher);
        },
        [DeliveryEvent.SlugChanged] = async some =>
        {
            var article = await some.LiveAsync("Moved once");
            await some.ChangeAsync(article, c => c with { Slug = "moved-twice" });
            await some.ApprovedAsync(article);
            await some.Must(new PublishArticle(article), some.Publisher);
        },
        [DeliveryEvent.Unpublished] = async some => await some.Must(new UnpublishArticle(await some.LiveAsync("Taken down")), some.Publisher),
        [DeliveryEvent.Archived] = async some =>
        {
            var article = await some.LiveAsync("Archived once");
            await some.Must(new UnpublishArticle(article), some.Publisher);
            await some.Must(new ArchiveArticle(article), some.Publisher);
        },
        [DeliveryEvent.Deleted] = async some =>
        {
            var article = await some.LiveAsync("Deleted once");
            await some.Must(new UnpublishArticle(article), some.Publisher);
            await some.Must(new BinArticle(article), some.Creator);
            await some.Must(new DeleteArticleForEver(article, "Deleted once"), some.Administrator);
        },
        [DeliveryEvent.MediaUpdated] = async some =>
        {
            var picture = await some.ReadyAsync();
            await some.LiveAsync("Shows it", c => c with { Cover = picture });
            await some.Must(new TellReadersOfPicture(picture), some.Publisher);
        },
        [DeliveryEvent.SiteUpdated] = some => some.Must(new ChangeSiteSettings(some.Site, "Relocation", "Another strapline.", "en", true, "", false), some.Administrator),
    };

    [Fact]
    public void Every_type_a_site_may_hear_of_has_its_line() =>
        Assert.Equal(WebhookEndpoint.Types.Except([DeliveryEvent.Corrected, DeliveryEvent.EndpointTest]).Order(), Happens.Keys.Order());

    [Fact]
    public async Task Each_is_told_when_it_happens()
    {
        using var reader = House.CreateClient();
        foreach (var (type, happens) in Happens)
        {
            var next = (await reader.ReadAsync("/changes?since=now")).GetProperty("meta").GetProperty("next").GetString();
            await happens(Some);
            var told = (await reader.ReadAsync($"/changes?since={next}")).GetProperty("data").EnumerateArray().Where(e => e.GetProperty("type").GetString() == type).ToList();
            Assert.True(told.Count == 1, $"{type} was told {told.Count} times.");
            Assert.NotEmpty(told[0].GetProperty("data").GetProperty("cacheTags").EnumerateArray());
        }
    }
}

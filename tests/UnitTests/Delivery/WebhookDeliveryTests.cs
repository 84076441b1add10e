using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Delivery;

public sealed class WebhookDeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);
    private static readonly WebhookEndpointId Endpoint = WebhookEndpointId.New(Now);
    private static readonly WebhookAnswered Wrong = new(500, "It answered 500.", "oh", TimeSpan.FromMilliseconds(12));
    private static readonly WebhookAnswered Right = new(204, "It answered 204.", "", TimeSpan.FromMilliseconds(3));

    private static DeliveryEvent Told()
    {
        var article = PublishedArticle.First(ArticleId.New(Now), SiteId.New(Now), "en", 1, Now);
        article.Show("moving", 1, new Publication(), Now);
        return DeliveryEvent.Tell(DeliveryEvent.Published, article, null, Now);
    }

    [Fact]
    public void Its_id_hangs_on_event_and_receiver_alone()
    {
        var told = Told();
        var (one, same, other) = (WebhookDelivery.Of(told, Endpoint), WebhookDelivery.Of(told, Endpoint), WebhookDelivery.Of(told, WebhookEndpointId.New(Now)));
        Assert.Matches("^msg_[0-9a-f]{32}$", one.Message);
        Assert.Equal(one.Message, same.Message);
        Assert.NotEqual(one.Message, other.Message);
        Assert.NotEqual(one.Message, WebhookDelivery.Of(Told(), Endpoint).Message);
    }

    [Fact]
    public void It_waits_fails_and_is_taken()
    {
        var delivery = WebhookDelivery.Of(Told(), Endpoint);
        Assert.Equal((WebhookDeliveryState.Waiting, Now, "moving"), (delivery.State, delivery.DueAt, delivery.About));

        var first = delivery.Fail(Wrong, TimeSpan.FromSeconds(5), Now);
        Assert.Equal((WebhookDeliveryState.Waiting, Now.AddSeconds(5), 1, 500), (delivery.State, delivery.DueAt, delivery.Tries, delivery.LastStatus));
        var second = delivery.Take(Right, Now.AddSeconds(5));
        Assert.Equal((WebhookDeliveryState.Delivered, null, Now.AddSeconds(5)), (delivery.State, delivery.DueAt, delivery.EndedAt));
        Assert.Equal((1, 500, 12, "oh"), (first.Number, first.Status, first.Milliseconds, first.Body));
        Assert.Equal((2, 204), (second.Number, second.Status));
    }

    [Fact]
    public void Sent_again_it_has_all_attempts_before_it_and_goes_on_counting()
    {
        var delivery = WebhookDelivery.Of(Told(), Endpoint);
        delivery.Fail(Wrong, null, Now);
        Assert.Equal((WebhookDeliveryState.Failed, Now), (delivery.State, delivery.EndedAt));
        var id = delivery.Message;

        delivery.Repeat(Now.AddDays(1));
        Assert.Equal((WebhookDeliveryState.Waiting, Now.AddDays(1), null, 0), (delivery.State, delivery.DueAt, delivery.EndedAt, delivery.Tries));
        Assert.Equal(2, delivery.Take(Right, Now.AddDays(1)).Number);
        Assert.Equal(id, delivery.Message);
    }

    [Fact]
    public void What_can_not_be_sent_says_why()
    {
        var delivery = WebhookDelivery.Of(Told(), Endpoint);
        delivery.Leave("Disabled.", Now);
        Assert.Equal((WebhookDeliveryState.NotSent, "Disabled.", 0), (delivery.State, delivery.Say, delivery.Attempts));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(302, false)]
    [InlineData(410, false)]
    [InlineData(null, false)]
    public void Only_2xx_is_taken(int? status, bool taken) => Assert.Equal(taken, new WebhookAnswered(status, "", "", TimeSpan.Zero).IsTaken);
}

using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Delivery;

public sealed class WebhookEndpointTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);
    private static readonly Uri Url = new("https://hooks.example.org/quest?key=1");

    private static WebhookEndpoint Made(params string[] wanted) => WebhookEndpoint.Add(WebhookEndpointId.New(Now), SiteId.New(Now), Url, " For the site ", wanted, [1], null, Now);

    [Fact]
    public void Nothing_chosen_is_everything_and_its_name_hides_the_path()
    {
        var all = Made();
        Assert.True(all.Wants("article.published"));
        Assert.True(all.Wants("of.a_later_version"));
        Assert.Equal(("hooks.example.org", "For the site"), (all.Host, all.Description));
        Assert.Equal("hooks.example.org", Assert.IsType<WebhookAdded>(Assert.Single(all.News)).Host);

        var some = Made(DeliveryEvent.Unpublished, "no.such_type");
        Assert.Equal([DeliveryEvent.Unpublished], some.Wanted);
        Assert.False(some.Wants("article.published"));
    }

    [Fact]
    public void While_it_rotates_both_secrets_are_valid_for_a_day()
    {
        var endpoint = Made();
        endpoint.Rotate([2], atOnce: false, Now);
        Assert.Equal([[2], [1]], endpoint.SecretsAt(Now.AddHours(24).AddTicks(-1)));
        Assert.Equal([[2]], endpoint.SecretsAt(Now.AddHours(24)));

        endpoint.Rotate([3], atOnce: true, Now.AddHours(1));
        Assert.Equal([[3]], endpoint.SecretsAt(Now.AddHours(1)));
    }

    [Fact]
    public void Removed_it_keeps_neither_secret_nor_address()
    {
        var endpoint = Made();
        endpoint.Rotate([2], atOnce: false, Now);
        endpoint.Remove(Now);
        Assert.Equal((WebhookState.Removed, "", 0, null), (endpoint.State, endpoint.Url, endpoint.Secret.Length, endpoint.FormerSecret));
        Assert.Equal("hooks.example.org", Assert.IsType<WebhookRemoved>(endpoint.News[^1]).Host);
        Assert.False(endpoint.Wants("article.published"));
    }

    [Fact]
    public void A_person_stops_and_starts_it()
    {
        var endpoint = Made();
        endpoint.Disable(Now);
        endpoint.Disable(Now.AddHours(1));
        Assert.Equal((WebhookState.Disabled, Now), (endpoint.State, endpoint.DisabledAt));
        Assert.False(endpoint.Wants("article.published"));

        endpoint.Enable();
        endpoint.Enable();
        Assert.Equal((WebhookState.Active, null), (endpoint.State, endpoint.DisabledAt));
        Assert.Equal([nameof(WebhookAdded), nameof(WebhookDisabled), nameof(WebhookEnabled)], endpoint.News.Select(n => n.GetType().Name));
    }

    [Fact]
    public void One_that_says_it_is_gone_is_told_of_nothing_more()
    {
        var endpoint = Made();
        endpoint.NoteFailed(isGone: true, isOver: true, Now);
        Assert.Equal(WebhookState.Gone, endpoint.State);
        endpoint.Disable(Now); // it is stopped already, and why is kept
        Assert.Equal(WebhookState.Gone, endpoint.State);
    }

    [Fact]
    public void After_a_day_people_are_told_and_after_five_it_is_stopped()
    {
        var endpoint = Made();
        endpoint.NoteFailed(false, isOver: false, Now);
        Assert.False(endpoint.IsTroubled(Now.AddHours(23)));
        Assert.True(endpoint.IsTroubled(Now.AddHours(24)));

        endpoint.NoteFailed(false, isOver: true, Now.AddDays(4));
        endpoint.NoteFailed(false, isOver: false, Now.AddDays(6)); // some of its deliveries has attempts left
        Assert.Equal(WebhookState.Active, endpoint.State);
        endpoint.NoteFailed(false, isOver: true, Now.AddDays(6));
        Assert.Equal((WebhookState.Failing, false), (endpoint.State, endpoint.IsTroubled(Now.AddDays(7))));
    }

    [Fact]
    public void One_taken_delivery_ends_the_trouble()
    {
        var endpoint = Made();
        endpoint.NoteFailed(false, isOver: false, Now);
        var version = endpoint.Version;
        endpoint.NoteFailed(false, isOver: false, Now.AddHours(1)); // nothing new
        Assert.Equal(version, endpoint.Version);
        endpoint.NoteTaken();
        Assert.Null(endpoint.FailingSince);
        endpoint.NoteTaken();
        Assert.Equal(version + 1, endpoint.Version);
    }

    [Fact]
    public void A_form_of_an_older_version_changes_nothing()
    {
        var endpoint = Made();
        Assert.Equal("webhook.changed", endpoint.Change(7, new Uri("https://other.example.org/"), "", []).Error!.Code);
        Assert.Equal(Url.AbsoluteUri, endpoint.Url);
        Assert.Null(endpoint.Change(1, new Uri("https://other.example.org:8443/"), "", []).Error);
        Assert.Equal("other.example.org:8443", endpoint.Host);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hooks.example.org")]
    [InlineData("ftp://hooks.example.org/")]
    [InlineData("https://")]
    [InlineData("https://name:word@hooks.example.org/")]
    [InlineData("https://hooks.example.org/#part")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_whole_address_is_refused(string address) => Assert.Equal("address.malformed", WebhookErrors.Read(address).Error!.Code);
}

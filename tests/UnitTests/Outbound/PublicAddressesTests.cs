using System.Net;
using Microsoft.Extensions.Configuration;
using QuestCms.Infrastructure.Outbound;

namespace QuestCms.UnitTests.Outbound;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void The_internet_is_public(string address) => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1%1")]
    [InlineData("ff02::1")]
    public void Whatever_is_kept_for_something_else_is_not(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void Allowed_ranges_and_hosts_may_be_reached_but_never_what_holds_a_machines_secrets()
    {
        var allowed = From("wiki.internal, 10.8.0.0/16, 127.0.0.1, 169.254.0.0/16", isProduction: false);
        Assert.True(allowed.MayReach("10.8.3.4", IPAddress.Parse("10.8.3.4")));
        Assert.True(allowed.MayReach("WIKI.internal", IPAddress.Parse("192.168.7.7")));
        Assert.True(allowed.MayReach("127.0.0.1", IPAddress.Loopback));
        Assert.False(allowed.MayReach("other.internal", IPAddress.Parse("192.168.7.7")));
        Assert.False(allowed.MayReach("10.9.3.4", IPAddress.Parse("10.9.3.4")));
        Assert.False(allowed.MayReach("metadata", IPAddress.Parse("169.254.169.254")));
        Assert.False(From("127.0.0.1", isProduction: true).MayReach("127.0.0.1", IPAddress.Loopback));
    }

    [Fact]
    public void A_setting_that_is_no_list_stops_the_start_and_is_not_repeated()
    {
        var wrong = Assert.Throws<FormatException>(() => From("http://secret.example/?token=1", isProduction: true));
        Assert.Contains("QUEST_OUTBOUND_ALLOW", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }

    private static OutboundOptions From(string allow, bool isProduction) =>
        OutboundOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("QUEST_OUTBOUND_ALLOW", allow)]).Build(), isProduction);
}

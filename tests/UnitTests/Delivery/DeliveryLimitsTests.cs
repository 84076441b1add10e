using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class DeliveryLimitsTests
{
    private readonly TurnedClock _clock = new();

    [Fact]
    public void So_many_a_minute_and_then_as_fast_as_they_come_back()
    {
        var limits = Limits(60);
        for (var left = 59; left >= 0; left--) Assert.Equal((true, left), Take(limits));

        var refused = limits.Take(From("192.0.2.1"), null, DeliveryLimits.Whole);
        Assert.Equal((false, 0, 1), (refused.IsGranted, refused.Left, refused.Seconds));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((true, 0), Take(limits));
        Assert.False(Take(limits).IsGranted);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((true, 59), Take(limits)); // never more than the whole
    }

    [Fact]
    public void What_was_not_changed_costs_a_tenth_and_can_be_given_back()
    {
        var limits = Limits(10);
        for (var i = 0; i < 100; i++) Assert.True(limits.Take(From("192.0.2.1"), null, DeliveryLimits.NotModified).IsGranted);
        Assert.False(limits.Take(From("192.0.2.1"), null, DeliveryLimits.NotModified).IsGranted);

        limits.Take(From("192.0.2.1"), null, DeliveryLimits.NotModified - DeliveryLimits.Whole);

        Assert.Equal(0, limits.Take(From("192.0.2.1"), null, DeliveryLimits.NotModified).Left);
    }

    [Fact]
    public void Each_address_and_each_key_has_its_own()
    {
        var limits = Limits(1);
        var key = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]);
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2", "2001:db8:0:1::5", "2001:db8:0:2::5" }) Assert.True(limits.Take(From(address), null, DeliveryLimits.Whole).IsGranted);
        foreach (var same in new[] { "::ffff:192.0.2.1", "2001:db8:0:1::6" }) Assert.False(limits.Take(From(same), null, DeliveryLimits.Whole).IsGranted); // mapped; of the same network

        Assert.True(limits.Take(From("192.0.2.1"), key, DeliveryLimits.Whole).IsGranted);
        Assert.True(limits.Take(From("192.0.2.9"), key, DeliveryLimits.Whole).IsGranted);
        Assert.False(limits.Take(From("192.0.2.9"), key, DeliveryLimits.Whole).IsGranted); // two for a key, from wherever
    }

    [Fact]
    public void Without_a_limit_nothing_is_counted()
    {
        var limits = Limits(0);
        for (var i = 0; i < 100; i++) Assert.Equal(new Allowance(true, null, 0, 0), limits.Take(From("192.0.2.1"), null, DeliveryLimits.Whole));
    }

    [Fact]
    public void A_million_addresses_take_no_more_room_than_some()
    {
        var limit = DeliveryLimits.Limit.Of(1, _clock);
        for (var i = 0; i < DeliveryLimits.Limit.MostBuckets + 1_000; i++) limit.Take(limit.Of((UInt128)i), DeliveryLimits.Whole, _clock.GetTimestamp());
        Assert.Equal(DeliveryLimits.Limit.MostBuckets, limit.Buckets);
        Assert.Same(limit.Of(1_000_000), limit.Of(2_000_000)); // who comes then shares one

        _clock.Advance(TimeSpan.FromMinutes(2));
        limit.Of(3_000_000);

        Assert.Equal(1, limit.Buckets); // all are full again, and forgotten
    }

    [Fact]
    public void Many_at_once_are_counted_each()
    {
        var limits = Limits(1_000);
        var granted = 0;
        Parallel.For(0, 3_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            if (limits.Take(From("192.0.2.1"), null, DeliveryLimits.Whole).IsGranted) Interlocked.Increment(ref granted);
        });

        Assert.Equal(1_000, granted);
    }

    private sealed class TurnedClock : TimeProvider
    {
        private long _now = 1_000_000;

        public override long TimestampFrequency => 1_000_000_000;
        public override long GetTimestamp() => Interlocked.Read(ref _now);
        public void Advance(TimeSpan by) => Interlocked.Add(ref _now, (long)by.TotalNanoseconds);
    }

    private static (bool IsGranted, long Left) Take(DeliveryLimits limits) => limits.Take(From("192.0.2.1"), null, DeliveryLimits.Whole) is var taken ? (taken.IsGranted, taken.Left) : default;

    private DeliveryLimits Limits(int ofAddress) => new(_clock, new ConfigurationBuilder().AddInMemoryCollection([new(DeliveryLimits.AddressSetting, ofAddress.ToString()), new(DeliveryLimits.KeySetting, (2 * ofAddress).ToString())]).Build());

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }
}

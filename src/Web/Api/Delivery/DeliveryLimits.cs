using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Primitives;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Whether a request is answered, and what is left.</summary>
/// <param name="Left">Requests.</param>
/// <param name="Seconds">Until all are there again; where it was refused, until the next is.</param>
internal readonly record struct Allowance(bool IsGranted, DeliveryLimits.Limit? Limit, long Left, long Seconds);

/// <summary>
/// So many requests a minute for each key, and for each address that comes without one: a bucket that fills by itself, on this replica alone. A bucket is one number, the
/// moment at which it is full again; taking moves it, no lock is held. Counted in tenths, for a 304 costs one.
/// </summary>
internal sealed class DeliveryLimits(TimeProvider clock, IConfiguration configuration)
{
    public const int Whole = 10, NotModified = 1;
    public const string AddressSetting = "QUEST_DELIVERY_LIMIT", KeySetting = "QUEST_DELIVERY_KEY_LIMIT";
    private const int AMinute = 60;
    private const int DefaultOfAddress = 12_000, DefaultOfKey = 60_000;
    private readonly Limit _addresses = Limit.Of(Settings.Number(configuration, AddressSetting, 0, 1_000_000_000) ?? DefaultOfAddress, clock);
    private readonly Limit _keys = Limit.Of(Settings.Number(configuration, KeySetting, 0, 1_000_000_000) ?? DefaultOfKey, clock);

    /// <param name="tenths">What it costs; less than nothing gives back.</param>
    public Allowance Take(HttpContext context, Guid? key, int tenths)
    {
        var limit = key is null ? _addresses : _keys;
        if (limit.Quota == 0) return new Allowance(true, null, 0, 0);
        return limit.Take(key is { } id ? limit.Of(Number(id)) : limit.Of(Number(context.Connection.RemoteIpAddress)), tenths, clock.GetTimestamp());
    }

    /// <summary>An IPv4 address, or the network of an IPv6 one: who has one of those has all of it.</summary>
    internal static UInt128 Number(IPAddress? address)
    {
        if (address is null) return 0;
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork) return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return address.IsIPv4MappedToIPv6 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) : new UInt128(1, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }

    private static UInt128 Number(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    internal sealed class Bucket
    {
        public long FullAt;
    }

    /// <summary>One quota and the buckets of all whom it holds for; so many at most, and who comes after that shares one.</summary>
    internal sealed class Limit
    {
        public const int MostBuckets = 50_000;
        private readonly ConcurrentDictionary<UInt128, Bucket> _buckets = new();
        private readonly Bucket _crowd = new();
        private readonly TimeProvider _clock;
        private readonly long _window;
        private readonly long _tenth;
        private int _count;
        private long _swept;

        private Limit(int quota, TimeProvider clock)
        {
            (Quota, _clock, _window) = (quota, clock, AMinute * clock.TimestampFrequency);
            _tenth = quota == 0 ? 0 : Math.Max(1, _window / (10L * quota));
            Policy = string.Create(CultureInfo.InvariantCulture, $"\"default\";q={quota};w={AMinute}");
        }

        /// <summary>Requests a minute; 0: as many as come.</summary>
        public int Quota { get; }

        /// <summary>As the header <c>RateLimit-Policy</c> says it.</summary>
        public StringValues Policy { get; }

        public int Buckets => _buckets.Count;

        public static Limit Of(int quota, TimeProvider clock) => new(quota, clock);

        public Bucket Of(UInt128 who)
        {
            if (_buckets.TryGetValue(who, out var bucket)) return bucket;
            if (Volatile.Read(ref _count) >= MostBuckets && !Sweep()) return _crowd;
            bucket = new Bucket();
            if (!_buckets.TryAdd(who, bucket)) return _buckets.GetValueOrDefault(who) ?? _crowd;
            Interlocked.Increment(ref _count);
            return bucket;
        }

        public Allowance Take(Bucket bucket, int tenths, long now)
        {
            while (true)
            {
                var before = Volatile.Read(ref bucket.FullAt);
                var after = Math.Max(before, now) + (tenths * _tenth);
                var over = after - now - _window;
                if (over > 0) return new Allowance(false, this, Math.Max(0, (_window - (before - now)) / (10 * _tenth)), Seconds(over));
                if (Interlocked.CompareExchange(ref bucket.FullAt, after, before) == before) return new Allowance(true, this, -over / (10 * _tenth), Seconds(Math.Max(0, after - now)));
            }
        }

        private long Seconds(long time) => (time + _clock.TimestampFrequency - 1) / _clock.TimestampFrequency;

        // A full bucket is as good as none. Not more than once a second, however many come.
        private bool Sweep()
        {
            var (now, last) = (_clock.GetTimestamp(), Interlocked.Read(ref _swept));
            if (last != 0 && now - last < _clock.TimestampFrequency || Interlocked.CompareExchange(ref _swept, now, last) != last) return false;
            foreach (var (who, bucket) in _buckets)
                if (Volatile.Read(ref bucket.FullAt) <= now && _buckets.TryRemove(who, out _)) Interlocked.Decrement(ref _count);
            return Volatile.Read(ref _count) < MostBuckets;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>
/// Which addresses are the public internet: everything that IANA's special-purpose registries (RFC 6890 and its updates) do not keep for something else. An IPv4 address that
/// an IPv6 one carries (mapped, NAT64, 6to4, Teredo) counts as itself.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Kept =
    [
        .. Of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        .. Of("::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    ];

    /// <summary>Where clouds answer with the machine's own secrets: never to be reached, whatever is allowed.</summary>
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("169.254.169.254"), IPAddress.Parse("169.254.170.2"), IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("100.100.100.200")];

    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return !Kept.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    public static bool IsMetadata(IPAddress address) => Metadata.Contains(Plain(address));

    public static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(Plain(address));

    /// <summary>The IPv4 address inside, where there is one.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (NetworkOfNat64.Contains(address)) return new IPAddress(bytes.AsSpan(12, 4));
        if (bytes[0] == 0x20 && bytes[1] == 0x02) return new IPAddress(bytes.AsSpan(2, 4));
        return address;
    }

    private static readonly IPNetwork NetworkOfNat64 = IPNetwork.Parse("64:ff9b::/96");

    private static IEnumerable<IPNetwork> Of(params string[] networks) => networks.Select(n => IPNetwork.Parse(n));
}

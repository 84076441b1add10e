using System.Net;
using System.Net.Sockets;

namespace QuestCms.Application.Common;

/// <summary>Where a request comes from, as limits count it: an IPv4 address, or the /64 of an IPv6 one, for who has one of those has all of it.</summary>
public static class Network
{
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return $"{new IPAddress(bytes)}/64";
    }
}

using System.Net;
using Microsoft.Extensions.Configuration;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>
/// What outbound calls may reach besides the public internet: <c>QUEST_OUTBOUND_ALLOW</c>, hosts or ranges parted by commas, as in <c>wiki.internal, 10.8.0.0/16</c>. In Production
/// loopback is refused all the same; a cloud's metadata address always.
/// </summary>
public sealed record OutboundOptions
{
    public IReadOnlyList<string> Hosts { get; init; } = [];
    public IReadOnlyList<IPNetwork> Ranges { get; init; } = [];
    /// <summary>Loopback may be reached where it is allowed; not in Production.</summary>
    public bool MayBeLoopback { get; init; }

    /// <exception cref="FormatException">The setting is wrong; the message names it and never its value.</exception>
    public static OutboundOptions From(IConfiguration configuration, bool isProduction)
    {
        var hosts = new List<string>();
        var ranges = new List<IPNetwork>();
        foreach (var entry in (configuration["QUEST_OUTBOUND_ALLOW"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(entry, out var range)) ranges.Add(range);
            else if (IPAddress.TryParse(entry, out var one)) ranges.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
            else if (Uri.CheckHostName(entry) == UriHostNameType.Dns) hosts.Add(entry);
            else throw new FormatException("QUEST_OUTBOUND_ALLOW is no list of host names and address ranges, parted by commas.");
        }
        return new OutboundOptions { Hosts = hosts, Ranges = ranges, MayBeLoopback = !isProduction };
    }

    /// <summary>May be sent to over plain http: it is named in the setting itself, so what is sent stays where the operator knows the way.</summary>
    public bool MayBePlain(Uri address)
    {
        var host = address.Host.Trim('[', ']');
        return IPAddress.TryParse(host, out var one) ? !PublicAddresses.IsPublic(one) && MayReach(host, one) : Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Asked for the address that is really connected to.</summary>
    public bool MayReach(string host, IPAddress address)
    {
        if (PublicAddresses.IsMetadata(address)) return false;
        if (PublicAddresses.IsPublic(address)) return true;
        if (PublicAddresses.IsLoopback(address) && !MayBeLoopback) return false;
        var plain = PublicAddresses.Plain(address);
        return Hosts.Contains(host, StringComparer.OrdinalIgnoreCase) || Ranges.Any(r => r.BaseAddress.AddressFamily == plain.AddressFamily && r.Contains(plain));
    }
}

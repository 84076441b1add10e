using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Opaque positions in a list: authenticated, bound to the filters they were made under, valid for good. Not secret, only unforgeable.</summary>
internal sealed class Cursors(IDataProtectionProvider protection)
{
    private IDataProtector For(string filters) => protection.CreateProtector("delivery.cursor.v1", filters);

    public string Make(string filters, double rank, DateTimeOffset at, Guid id) =>
        For(filters).Protect(string.Create(CultureInfo.InvariantCulture, $"{rank:R}|{at.UtcTicks}|{id}"));

    /// <summary>A place told in texts.</summary>
    public string Seal(string filters, IReadOnlyList<string> place) => For(filters).Protect(JsonSerializer.Serialize(place));

    /// <summary>Null when it was not made here or under other filters.</summary>
    public string[]? Open(string filters, string cursor)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(For(filters).Unprotect(cursor));
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when it was not made here or under other filters.</summary>
    public (double Rank, DateTimeOffset At, Guid Id)? Read(string filters, string cursor)
    {
        try
        {
            var parts = For(filters).Unprotect(cursor).Split('|');
            return (double.Parse(parts[0], CultureInfo.InvariantCulture), new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.Parse(parts[2]));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}

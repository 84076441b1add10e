using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>By the house's key ring, as its cookies: signed and unreadable, good on every replica, and over with its time whatever the database says.</summary>
internal sealed class PreviewTokens(IDataProtectionProvider protection) : IPreviewTokens
{
    private const int Longest = 1_000;
    private readonly IDataProtector _protector = protection.CreateProtector("delivery.preview.v1");

    public string Sign(PreviewLinkId preview, DateTimeOffset until) => _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{preview.Value:N}|{until.UtcTicks}"));

    public PreviewLinkId? Read(string token, DateTimeOffset now)
    {
        if (token.Length is 0 or > Longest) return null;
        try
        {
            var parts = _protector.Unprotect(token).Split('|');
            return long.Parse(parts[1], CultureInfo.InvariantCulture) > now.UtcTicks ? PreviewLinkId.From(Guid.ParseExact(parts[0], "N")) : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}

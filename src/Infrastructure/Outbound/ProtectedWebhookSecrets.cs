using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>With the data-protection keys of the house, which stand in another schema: a copy of the webhooks alone opens nothing.</summary>
internal sealed class ProtectedWebhookSecrets(IDataProtectionProvider protection) : IWebhookSecrets
{
    private readonly IDataProtector _box = protection.CreateProtector("webhooks.secret.v1");

    public byte[] Protect(WebhookSecret secret) => _box.Protect(Encoding.ASCII.GetBytes(secret.Reveal()));

    public WebhookSecret? Open(byte[] kept)
    {
        try
        {
            return WebhookSecret.Read(Encoding.ASCII.GetString(_box.Unprotect(kept)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Mcp;

/// <summary>What an agent sends, made fit to be kept: as Claude's answers are.</summary>
internal static class Untrusted
{
    public const int MaxIdempotencyKey = 200;

    /// <summary>Without NUL and with U+FFFD for halves of a character pair; null is empty.</summary>
    public static string Text(string? given) => PlainText.Clean(given ?? "").Text;

    /// <summary>The same key of the same program names the same thing, whenever and wherever it is sent; without one it is a new thing.</summary>
    public static Guid IdOf(SiteKeyId agent, string what, string? idempotencyKey, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(idempotencyKey)) return Guid.CreateVersion7(now);
        Span<byte> id = SHA256.HashData(Encoding.UTF8.GetBytes($"{agent.Value:N}\n{what}\n{idempotencyKey}")).AsSpan(0, 16);
        (id[6], id[8]) = ((byte)((id[6] & 0x0F) | 0x80), (byte)((id[8] & 0x3F) | 0x80)); // version 8: of our own making
        return new Guid(id, bigEndian: true);
    }
}

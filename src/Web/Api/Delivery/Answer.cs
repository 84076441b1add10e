using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Web.Api.Delivery;

/// <summary>How delivery answers: an entity tag, how it may be kept, 304 to who has it already, the bytes otherwise.</summary>
internal static class Answer
{
    private const string Caching = "public, max-age=0, must-revalidate, stale-if-error=604800";

    public static async Task SendAsync(HttpContext context, string json, string tag, DateTimeOffset? changed, CancellationToken ct)
    {
        if (NotModified(context, tag)) return;
        if (changed is { } at) context.Response.Headers.LastModified = at.ToString("R");
        var bytes = Encoding.UTF8.GetBytes(json);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, ct);
    }

    /// <summary>Sets tag and caching; true when the caller has it already and 304 was answered.</summary>
    public static bool NotModified(HttpContext context, string tag)
    {
        var quoted = $"\"{tag}\"";
        context.Response.Headers.ETag = quoted;
        context.Response.Headers.CacheControl = Caching;
        context.Response.Headers.Vary = "Accept-Encoding, Origin";
        if (!context.Request.Headers.IfNoneMatch.Any(given => given is not null && given.Split(',').Any(t => t.Trim() is var one && (one == "*" || one == quoted || one == "W/" + quoted)))) return false;
        context.Response.StatusCode = 304;
        return true;
    }

    /// <summary>An entity tag for what is made from this text: 32 hexadecimal digits of its SHA-256.</summary>
    public static string TagOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

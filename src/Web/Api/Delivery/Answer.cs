using System.Text;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// How delivery answers: an entity tag, how it may be kept, the bytes. Whether the asker has them already is looked at by the door, <see cref="DeliveryDoor"/>, which takes the
/// conditions off the request before; it packs what comes as text, too, and gives that another tag.
/// </summary>
internal static class Answer
{
    public static Task SendAsync(HttpContext context, string json, string tag, DateTimeOffset? changed, CancellationToken ct) => SendAsync(context, Encoding.UTF8.GetBytes(json), tag, Coding.Identity, changed, ct);

    /// <summary>Bytes that are packed already; <paramref name="tag"/> is theirs.</summary>
    public static async Task SendAsync(HttpContext context, byte[] json, string tag, Coding coding, DateTimeOffset? changed, CancellationToken ct)
    {
        if (NotModified(context, tag)) return;
        if (changed is { } at) context.Response.Headers.LastModified = at.ToString("R");
        context.Response.ContentType = "application/json; charset=utf-8";
        if (Codings.NameOf(coding) is { } name) context.Response.Headers.ContentEncoding = name;
        if (DeliveryCall.Takes(context, json)) return;
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(json, ct);
    }

    /// <summary>Sets tag and caching; true when the caller has it already and 304 was answered.</summary>
    public static bool NotModified(HttpContext context, string tag)
    {
        var quoted = $"\"{tag}\"";
        context.Response.Headers.ETag = quoted;
        context.Response.Headers.CacheControl = Caching.Public;
        context.Response.Headers.Vary = Caching.Vary;
        if (!Conditions.Names(context.Request.Headers.IfNoneMatch, quoted)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>An entity tag for what is made from this text: 32 hexadecimal digits of its SHA-256.</summary>
    public static string TagOf(string text) => Compressed.TagOf(Encoding.UTF8.GetBytes(text));
}

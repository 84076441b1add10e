using System.Globalization;
using Microsoft.Net.Http.Headers;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Api.Manage;

/// <summary>What a write brings: its bytes, within a limit, and the version it was made on.</summary>
internal static class Incoming
{
    /// <summary>Bytes of a body that holds no text of an article.</summary>
    public const int Small = 64 * 1024;

    /// <summary>The object in the body. Null when the refusal was answered: no JSON (415, 400), over the limit (413).</summary>
    public static async Task<(JsonBody Json, byte[] Bytes)?> JsonAsync(HttpContext context, long most = QuestHost.MaxRequestBytes)
    {
        if (await BytesAsync(context, most, mayBeEmpty: false) is not { } bytes) return null;
        var (body, error) = JsonBody.Of(bytes);
        if (body is not null) return (body, bytes);
        await Problems.WriteAsync(context, 400, error!.Code, error.Detail, [error]);
        return null;
    }

    /// <summary>The same where a body may be left out: then it is an empty object.</summary>
    public static async Task<JsonBody?> SmallAsync(HttpContext context)
    {
        if (await BytesAsync(context, Small, mayBeEmpty: true) is not { } bytes) return null;
        var (body, error) = JsonBody.Of(bytes.Length == 0 ? "{}"u8.ToArray() : bytes);
        if (body is null) await Problems.WriteAsync(context, 400, error!.Code, error.Detail, [error]);
        return body;
    }

    /// <summary>True when something was wrong with the body, and was answered.</summary>
    public static async Task<bool> RefusedAsync(HttpContext context, JsonBody body)
    {
        var errors = body.Errors();
        if (errors.Count == 0) return false;
        await Problems.WriteAsync(context, 400, errors[0].Code, errors.Count == 1 ? errors[0].Detail : "Some members of the body need another look; nothing was stored.", errors);
        return true;
    }

    /// <summary>
    /// The version the caller read, from <c>If-Match</c>. Null when the refusal was answered: 428 without one (also for <c>*</c>, which names no version), 400 for what is no entity tag.
    /// A tag that is no version of ours matches none: -1.
    /// </summary>
    public static async Task<int?> VersionAsync(HttpContext context)
    {
        var given = context.Request.Headers.IfMatch;
        if (given.Count == 0 || given.ToString().Trim() == "*")
        {
            await Problems.WriteAsync(context, 428, "if_match.missing", "Say which version your change was made on: If-Match with the entity tag you read.");
            return null;
        }
        if (given.Count > 1 || !EntityTagHeaderValue.TryParse(given.ToString(), out var tag))
        {
            await Problems.WriteAsync(context, 400, "if_match.malformed", "If-Match takes one entity tag, in quotes.");
            return null;
        }
        return !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }

    private static async Task<byte[]?> BytesAsync(HttpContext context, long most, bool mayBeEmpty)
    {
        var request = context.Request;
        var isEmpty = request.ContentLength is 0 || (request.ContentLength is null && request.ContentType is null);
        if (!(mayBeEmpty && isEmpty) && !IsJson(request))
        {
            await Problems.WriteAsync(context, 415, "media_type", "The body is application/json in UTF-8, not compressed.");
            return null;
        }
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        // One byte more than is taken is enough to know: an endless body is not read to its end.
        while (whole.Length <= most && (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0) whole.Write(buffer, 0, read);
        if (whole.Length <= most) return whole.ToArray();
        await Problems.WriteAsync(context, 413, "request.too_large", string.Create(CultureInfo.InvariantCulture, $"A body here has at most {most:N0} bytes; an article's text 200 KB. Nothing was stored."));
        return null;
    }

    private static bool IsJson(HttpRequest request) => request.Headers.ContentEncoding.Count == 0 && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}

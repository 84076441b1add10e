using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace QuestCms.Web.Hosting;

/// <summary>The one address that takes more than a form: pictures, from who is signed in. A file goes to a temporary one on the way, not into memory.</summary>
internal static class Uploads
{
    /// <summary>Bytes of all files of one upload.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;
    public const string TooLarge = "That is more than is taken at once. Nothing was stored; a picture may have 20 MB, all together 60 MB.";
    private static readonly PathString Address = "/studio/media";

    /// <summary>How long a request may be; a longer one is lifted over the server's own limit before it is read.</summary>
    public static async Task<long> MostAsync(HttpContext context)
    {
        if (!Is(context.Request) || !(await context.AuthenticateAsync()).Succeeded) return QuestHost.MaxRequestBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes;
        return MaxBytes;
    }

    public static bool Is(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Equals(Address, StringComparison.OrdinalIgnoreCase) && request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
}

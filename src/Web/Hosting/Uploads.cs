using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace QuestCms.Web.Hosting;

/// <summary>The addresses that take more than a form: pictures, from who is signed in or has a key. A file goes to a temporary one on the way, not into memory.</summary>
internal static class Uploads
{
    /// <summary>Bytes of all files of one upload.</summary>
    public const long MaxBytes = 64 * 1024 * 1024;
    public const string TooLarge = "That is more than is taken at once. Nothing was stored; a picture may have 20 MB, all together 60 MB.";
    private static readonly PathString Address = "/studio/media";
    private static readonly PathString Programs = "/api/v1/manage/sites";

    /// <summary>How long a request may be; a longer one is lifted over the server's own limit before it is read.</summary>
    public static async Task<long> MostAsync(HttpContext context)
    {
        if (!Is(context.Request) || !(await context.AuthenticateAsync(IsOfPrograms(context.Request) ? SiteKeyHandler.SchemeName : null)).Succeeded) return QuestHost.MaxRequestBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes;
        return MaxBytes;
    }

    private static bool IsOfPrograms(HttpRequest request) => request.Path.StartsWithSegments(Programs, StringComparison.Ordinal, out var rest) && rest.Value?.EndsWith("/media", StringComparison.Ordinal) == true;

    public static bool Is(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path.Equals(Address, StringComparison.OrdinalIgnoreCase) || IsOfPrograms(request)) && request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
}

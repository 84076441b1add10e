using QuestCms.Web.Api;

namespace QuestCms.Web.Hosting;

/// <summary>An address longer than anything of ours is refused with a sentence; the server alone would close the line without one.</summary>
internal static class LongAddresses
{
    /// <summary>Characters of an address, as it is read.</summary>
    public const int Most = 8 * 1024;

    /// <summary>Bytes of the first line of a request that are read at all; what is longer is 414 without a word.</summary>
    public const int MostRead = 64 * 1024;

    // In front of everything, kept answers too: no more than two lengths are looked at.
    public static void UseLongAddresses(this IApplicationBuilder app) => app.Use(next => context =>
        (context.Request.Path.Value?.Length ?? 0) + (context.Request.QueryString.Value?.Length ?? 0) <= Most ? next(context) : RefuseAsync(context));

    private static Task RefuseAsync(HttpContext context)
    {
        const string Sentence = "This address is longer than any of this house: 8,192 characters at most.";
        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        context.Response.Headers.CacheControl = "no-store";
        return Problems.WantsJson(context.Request) ? Problems.WriteAsync(context, 414, "address.too_long", Sentence) : ErrorPage.WriteAsync(context, 414, Sentence);
    }
}

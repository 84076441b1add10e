using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Hosting;

/// <summary>
/// An address from before a site's pieces came here, asked at the root, where their links to each other still lead: it goes on to the piece, if one site alone had it.
/// Looked up only for what would be "not found" otherwise.
/// </summary>
internal static class FormerAddresses
{
    private const int Longest = 500;
    private static readonly PathString[] Ours = ["/api", "/studio", "/sites", "/health", "/lib", "/css"];

    public static void UseFormerAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is not { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))) return;
        var path = context.Request.Path;
        if (Array.Exists(Ours, ours => path.StartsWithSegments(ours))) return;
        var address = path.Value!.Trim('/');
        if (address.Length is 0 or > Longest || PlainText.HasForbidden(address)) return;
        var found = await context.RequestServices.GetRequiredService<PublishedStore>().FormerAnywhereAsync(address, context.RequestAborted);
        if (found is not [var (site, slug)]) return;
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"/sites/{site}/{slug}";
    });
}

using MediatR;
using QuestCms.Application.Media;
using QuestCms.Domain.Media;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api;

/// <summary>
/// Renditions of pictures at one address for everybody: published ones to anyone, for good; others to the people of their site, for now. Bytes of ours alone, drawn anew
/// from what was brought, and even so a browser is told (Hosting/Security) to take them for nothing but a picture.
/// </summary>
internal static class MediaEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapMedia(this WebApplication app) => app.MapMethods("/media/{asset:guid}/{name}", Reading, ReadAsync).AllowAnonymous();

    private static async Task ReadAsync(HttpContext context, Guid asset, string name, PublishedStore store, CancellationToken ct)
    {
        if (Domain.Common.PlainText.HasForbidden(name)) name = "";
        if (await store.MediaAsync(asset, name, KnownTag(context.Request), ct) is { } published)
        {
            Begin(context, published.ContentType, "public, max-age=31536000, immutable");
            context.Response.Headers.ETag = $"\"{published.Tag}\"";
            context.Response.Headers.AccessControlAllowOrigin = "*";
            if (published.Content is null) context.Response.StatusCode = StatusCodes.Status304NotModified;
            else await SendAsync(context, published.Content, ct);
            return;
        }
        if (context.User.Identity?.IsAuthenticated == true && await OwnAsync(context, AssetId.From(asset), name, ct)) return;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    // A picture no reader has yet: its site's people see it.
    private static async Task<bool> OwnAsync(HttpContext context, AssetId asset, string name, CancellationToken ct)
    {
        var opened = await context.RequestServices.GetRequiredService<IMediator>().Send(new GetRendition(asset, name), ct);
        if (opened.Error is not null) return false;
        await using var content = opened.Value.Content;
        Begin(context, opened.Value.ContentType, opened.Value.IsFinal ? "private, max-age=86400" : "no-store");
        if (!HttpMethods.IsHead(context.Request.Method)) await content.CopyToAsync(context.Response.Body, ct);
        return true;
    }

    private static void Begin(HttpContext context, string contentType, string caching)
    {
        context.Response.ContentType = contentType;
        context.Response.Headers.CacheControl = caching;
    }

    private static async Task SendAsync(HttpContext context, byte[] content, CancellationToken ct)
    {
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, ct);
    }

    // One tag is what a browser sends; of several none is taken for known, and the bytes go again.
    private static string? KnownTag(HttpRequest request) =>
        request.Headers.IfNoneMatch is [{ } given] ? given.Trim().Replace("W/", "", StringComparison.Ordinal).Trim('"') : null;
}

using System.Text;
using MediatR;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Previews by their link: the article in delivery's shape, and the pictures it shows. Nobody keeps any of it; a link that opens nothing is 403 and never the published text.</summary>
internal static class PreviewEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void Map(RouteGroupBuilder api) => api.Read("/preview/{token}", ReadAsync);

    public static void MapPreviewPictures(this WebApplication app) => app.MapMethods("/preview/{token}/media/{asset:guid}/{name}", Reading, PictureAsync).AllowAnonymous();

    /// <summary>Of every answer to a preview, also of a refusal.</summary>
    public static void KeepNowhere(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    private static async Task ReadAsync(HttpContext context, string token, IMediator mediator, CancellationToken ct)
    {
        KeepNowhere(context.Response);
        var opened = await mediator.Send(new OpenPreview(PlainText.HasForbidden(token) ? "" : token), ct);
        if (opened.Error is { } error)
        {
            await Problems.WriteAsync(context, error);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(opened.Value.Json);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, ct);
    }

    private static async Task PictureAsync(HttpContext context, string token, Guid asset, string name, IMediator mediator, CancellationToken ct)
    {
        KeepNowhere(context.Response);
        var opened = await mediator.Send(new OpenPreviewPicture(PlainText.HasForbidden(token) ? "" : token, AssetId.From(asset), name), ct);
        if (opened.Error is { } error)
        {
            context.Response.StatusCode = Problems.StatusOf(error.Kind);
            return;
        }
        await using var content = opened.Value.Content;
        context.Response.ContentType = opened.Value.ContentType;
        if (!HttpMethods.IsHead(context.Request.Method)) await content.CopyToAsync(context.Response.Body, ct);
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace QuestCms.Benchmarks;

/// <summary>What a platform has before its processes: hands each request to one of those it leads to, once; what can't be handed on is 502.</summary>
internal sealed class SwitchingEdge : IAsyncDisposable
{
    private static readonly HashSet<string> OfTheHop = new(["Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Proxy-Connection"], StringComparer.OrdinalIgnoreCase);
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });
    private volatile Uri[] _to;
    private int _turn;

    private SwitchingEdge(WebApplication app, Uri to) => (_app, _to) = (app, [to]);

    public Uri Address => new(_app.Urls.First());

    public static async Task<SwitchingEdge> StartAsync(Uri to)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var edge = new SwitchingEdge(builder.Build(), to);
        edge._app.Urls.Add("http://127.0.0.1:0");
        edge._app.Run(edge.CarryAsync);
        await edge._app.StartAsync();
        return edge;
    }

    /// <summary>From the next request on, in turn.</summary>
    public void LeadTo(params Uri[] to) => _to = to;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _inner.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        var to = _to;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(to[(uint)Interlocked.Increment(ref _turn) % to.Length], context.Request.GetEncodedPathAndQuery()));
        if (context.Request.ContentLength > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers)
        {
            if (OfTheHop.Contains(name)) continue;
            if (!request.Headers.TryAddWithoutValidation(name, value.AsEnumerable())) request.Content?.Headers.TryAddWithoutValidation(name, value.AsEnumerable());
        }
        try
        {
            using var answer = await _inner.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
                if (!OfTheHop.Contains(name)) context.Response.Headers[name] = values.ToArray();
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }
}

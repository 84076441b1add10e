using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Delivery;
using QuestCms.Client;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>What a receiver was sent.</summary>
internal sealed record Received(string Method, string ContentType, string Id, string Timestamp, string Signature, byte[] Body)
{
    public bool IsGenuine(string secret, DateTimeOffset now) => QuestWebhook.IsGenuine(secret, Id, Timestamp, Signature, Body, now);
}

/// <summary>Somebody's program on this machine that takes webhooks, and answers as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();

    private Receiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/hook";
    /// <summary>200 with no text unless it is changed.</summary>
    public RequestDelegate Answer { get; set; } = _ => Task.CompletedTask;
    public IReadOnlyList<Received> All => [.. _received];
    public Received Last => _received.Last();

    public static async Task<Receiver> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public static RequestDelegate Status(int status, string text = "") => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text);
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        string Header(string name) => context.Request.Headers[name].ToString();
        _received.Enqueue(new Received(context.Request.Method, context.Request.ContentType ?? "", Header(WebhookRequest.IdHeader), Header(WebhookRequest.TimestampHeader), Header(WebhookRequest.SignatureHeader), body.ToArray()));
        await Answer(context);
    }
}

using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Live;

/// <summary>One event as a reader heard it.</summary>
internal sealed record Heard(string Id, long Sequence, string Type, string? Slug)
{
    public static Heard Of(string json)
    {
        var told = JsonSerializer.Deserialize<JsonElement>(json);
        var data = told.GetProperty("data");
        return new(told.GetProperty("id").GetString()!, data.GetProperty("sequence").GetInt64(), told.GetProperty("type").GetString()!, data.GetProperty("slug").GetString());
    }
}

/// <summary>Writes events as publishing does, without an article behind them.</summary>
internal static class Telling
{
    /// <param name="taken">A category that is there already, with which the save is refused.</param>
    public static async Task TellAsync(this TestHouse house, SiteId site, string slug, string? taken = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IQuestDb>();
        var article = PublishedArticle.First(ArticleId.New(now), site, "en", 1, now);
        article.Show(slug, 1, new Publication(), now);
        db.DeliveryEvents.Add(DeliveryEvent.Tell(DeliveryEvent.Published, article, null, now));
        if (taken is not null) db.Categories.Add(Category.Add(CategoryId.New(now), site, taken, taken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Many at once, told as one site's own by the database.</summary>
    public static Task<int> TellManyAsync(this TestHouse house, SiteId site, int events) => house.SqlAsync("""
        insert into delivery.events (id, site, article, type, slug, locale, version, at)
        select gen_random_uuid(), $1, gen_random_uuid(), 'article.published', 'one-of-many', 'en', 1, now() from generate_series(1, $2)
        """, site.Value, events);
}

/// <summary>A block of a stream: what stands between two empty lines.</summary>
internal sealed record Block(string? Id, string? Data, string? Comment, int? Retry);

/// <summary>Reads Server-Sent Events line by line, as they come.</summary>
internal sealed class SseReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private SseReader(HttpResponseMessage response, Stream stream) => (_response, _lines) = (response, new StreamReader(stream));

    public HttpResponseMessage Response => _response;

    /// <summary>The last id, as a browser keeps it.</summary>
    public string LastId { get; private set; } = "";

    public static async Task<SseReader> OpenAsync(HttpClient client, string address, string? lastId, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} {lastId}: {response.StatusCode}");
        var reader = new SseReader(response, await response.Content.ReadAsStreamAsync(ct));
        var first = await reader.BlockAsync(ct);
        Assert.NotNull(first?.Id);
        return reader;
    }

    /// <summary>Null at the end.</summary>
    public async Task<Block?> BlockAsync(CancellationToken ct)
    {
        var block = new Block(null, null, null, null);
        while (await _lines.ReadLineAsync(ct) is { } line)
        {
            if (line.Length == 0) return block;
            if (line[0] == ':') block = block with { Comment = line[1..].Trim() };
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) block = block with { Id = LastId = line[4..] };
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) block = block with { Data = line[6..] };
            else if (line.StartsWith("retry: ", StringComparison.Ordinal)) block = block with { Retry = int.Parse(line[7..]) };
            else Assert.Fail($"No field of a stream: {line}");
        }
        return null;
    }

    /// <summary>The next event; null when the stream ended.</summary>
    public async Task<Heard?> NextAsync(CancellationToken ct)
    {
        while (await BlockAsync(ct) is { } block)
        {
            if (block.Data is null) continue;
            var heard = Heard.Of(block.Data);
            Assert.Equal(block.Id, heard.Id);
            return heard;
        }
        return null;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _response.Dispose();
    }
}

/// <summary>Messages of a WebSocket.</summary>
internal static class SocketReading
{
    /// <summary>Null when the other side said goodbye; its word stands in the socket.</summary>
    public static async Task<Heard?> NextAsync(this WebSocket socket, CancellationToken ct)
    {
        using var message = new MemoryStream();
        var buffer = new byte[1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), ct);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return Heard.Of(System.Text.Encoding.UTF8.GetString(message.ToArray()));
        }
    }
}

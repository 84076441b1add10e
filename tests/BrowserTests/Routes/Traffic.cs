using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Routes;

/// <summary>What a page cost on the wire until it was usable, as the browser's network log counts it: headers and body as they were sent, nothing kept from before.</summary>
internal sealed class Traffic
{
    private readonly ConcurrentDictionary<string, (string Type, string Url)> _asked = new();
    private readonly ConcurrentDictionary<string, long> _bytes = new();

    private readonly ICDPSession _log;

    private Traffic(ICDPSession log) => _log = log;

    /// <summary>Listens from now on.</summary>
    public static async Task<Traffic> OfAsync(IPage page)
    {
        var log = await page.Context.NewCDPSessionAsync(page);
        var traffic = new Traffic(log);
        log.Event("Network.requestWillBeSent").OnEvent += (_, e) => traffic.Asked(e!.Value);
        log.Event("Network.loadingFinished").OnEvent += (_, e) => traffic._bytes[e!.Value.GetProperty("requestId").GetString()!] = (long)e.Value.GetProperty("encodedDataLength").GetDouble();
        await log.SendAsync("Network.enable");
        return traffic;
    }

    /// <summary>The next page is counted from nothing, as by somebody who was never here.</summary>
    public async Task BeginAsync()
    {
        await _log.SendAsync("Network.clearBrowserCache");
        _asked.Clear();
        _bytes.Clear();
    }

    public int Requests => _asked.Count;
    public long Script => _asked.Where(a => a.Value.Type == "Script").Sum(a => _bytes.GetValueOrDefault(a.Key));
    public string InWords => string.Join(", ", _asked.Select(a => $"{new Uri(a.Value.Url).AbsolutePath} {_bytes.GetValueOrDefault(a.Key)}"));

    private void Asked(JsonElement e) => _asked[e.GetProperty("requestId").GetString()!] = (e.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "", e.GetProperty("request").GetProperty("url").GetString()!);
}

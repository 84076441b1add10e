using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Routes;

/// <summary>What a page cost on the wire until it was usable, as the browser's network log counts it: headers and body as they were sent.</summary>
internal sealed class Traffic
{
    private readonly ConcurrentDictionary<string, (string Type, string Url)> _asked = new();
    private readonly ConcurrentDictionary<string, long> _bytes = new();

    private Traffic() { }

    /// <summary>Listens from now on; the page has to be new.</summary>
    public static async Task<Traffic> OfAsync(IPage page)
    {
        var traffic = new Traffic();
        var log = await page.Context.NewCDPSessionAsync(page);
        log.Event("Network.requestWillBeSent").OnEvent += (_, e) => traffic.Asked(e!.Value);
        log.Event("Network.loadingFinished").OnEvent += (_, e) => traffic._bytes[e!.Value.GetProperty("requestId").GetString()!] = (long)e.Value.GetProperty("encodedDataLength").GetDouble();
        await log.SendAsync("Network.enable");
        return traffic;
    }

    public int Requests => _asked.Count;
    public long Script => _asked.Where(a => a.Value.Type == "Script").Sum(a => _bytes.GetValueOrDefault(a.Key));
    public string InWords => string.Join(", ", _asked.Select(a => $"{new Uri(a.Value.Url).AbsolutePath} {_bytes.GetValueOrDefault(a.Key)}"));

    private void Asked(JsonElement e) => _asked[e.GetProperty("requestId").GetString()!] = (e.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "", e.GetProperty("request").GetProperty("url").GetString()!);
}

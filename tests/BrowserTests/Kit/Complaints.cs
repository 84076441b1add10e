using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Kit;

/// <summary>What went wrong in a browser without anybody looking: console errors and warnings, faults of scripts, answers of 500, requests to other hosts.</summary>
public sealed class Complaints(string address)
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ConcurrentBag<string> _expected = [];

    public void Listen(IBrowserContext context)
    {
        context.Console += (_, message) => { if (message.Type is "error" or "warning") _heard.Enqueue($"console {message.Type}: {message.Text} ({message.Location})"); };
        context.WebError += (_, error) => _heard.Enqueue($"script fault: {error.Error}");
        context.Response += (_, response) => { if (response.Status >= 500) _heard.Enqueue($"answer {response.Status}: {response.Request.Method} {response.Url}"); };
        context.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(address + "/", StringComparison.Ordinal)) _heard.Enqueue($"foreign request: {request.Url}");
        };
    }

    /// <summary>The test provokes a complaint that contains these words; named so that no other passes with it.</summary>
    public void Expect(string words) => _expected.Add(words);

    public IReadOnlyList<string> Unexpected => [.. _heard.Where(h => !_expected.Any(e => h.Contains(e, StringComparison.OrdinalIgnoreCase)))];
}

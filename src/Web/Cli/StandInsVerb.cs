using QuestCms.Web.Cli.StandIns;

namespace QuestCms.Web.Cli;

/// <summary><c>stand-ins [--port N]</c>: starts the stand-in for Claude and prints the settings that use it.</summary>
internal static class StandInsVerb
{
    private const int DefaultPort = 4010;
    private const string Cut = "{\"name\":\"cut\"}";

    public static async Task<int> RunAsync(string[] args)
    {
        var port = args is ["--port", var given] ? int.TryParse(given, out var number) ? number : throw new UsageException("--port wants a number.") : DefaultPort;
        await using var claude = await ClaudeStandIn.StartAsync(port, TimeProvider.System);
        Console.WriteLine($"""
            A stand-in for Claude answers at {claude.BaseUrl}. In another shell:

              CLAUDE_BASE_URL={claude.BaseUrl} CLAUDE_API_KEY=practice CLAUDE_PRICES='claude-sonnet-5-5=3/15@2026-11-01' ./quest run

            Faults on demand (answer, altered, defaults, forty, hostile, huge, empty, cut, unfinished, stall, drip, slow, silent, reset, limit, limit_unsaid, overloaded, failing,
            html, unauthorized, forbidden, no_model, too_long, invalid_json, no_stream, error, max_tokens, refusal, dirty, surrogate):
              curl {claude.BaseUrl}/stand-in/scenario -H 'content-type: application/json' -d '{Cut}'
            """);
        await claude.WaitAsync(CancellationToken.None);
        return 0;
    }
}

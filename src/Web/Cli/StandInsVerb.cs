using QuestCms.Web.Cli.StandIns;

namespace QuestCms.Web.Cli;

/// <summary><c>stand-ins [--port N]</c>: starts the stand-ins for Claude (port N) and Replicate (N + 1) and prints the settings that use them.</summary>
internal static class StandInsVerb
{
    private const int DefaultPort = 4010;
    private const string Cut = "{\"name\":\"cut\"}";
    private const string Failed = "{\"name\":\"failed\"}";

    public static async Task<int> RunAsync(string[] args)
    {
        var port = args is ["--port", var given] ? int.TryParse(given, out var number) ? number : throw new UsageException("--port wants a number.") : DefaultPort;
        await using var claude = await ClaudeStandIn.StartAsync(port, TimeProvider.System);
        await using var replicate = await ReplicateStandIn.StartAsync(port == 0 ? 0 : port + 1, TimeProvider.System);
        var address = replicate.BaseUrl[..^"/v1".Length];
        Console.WriteLine($"""
            Stand-ins answer for Claude at {claude.BaseUrl} and for Replicate at {replicate.BaseUrl}. In another shell:

              CLAUDE_BASE_URL={claude.BaseUrl} CLAUDE_API_KEY=practice CLAUDE_PRICES='claude-sonnet-5-5=3/15@2026-11-01' \
              REPLICATE_BASE_URL={replicate.BaseUrl} REPLICATE_API_TOKEN=practice REPLICATE_PRICES='black-forest-labs/flux-1.1-pro=0.04@2026-11-01; black-forest-labs/flux-schnell=0.003@2026-11-01' \
              QUEST_OUTBOUND_ALLOW=127.0.0.1 ./quest run

            The last setting lets pictures be fetched from this machine. Faults on demand of Claude (answer, altered, defaults, forty, hostile, huge, empty, cut, unfinished, stall, drip, slow, silent, reset, limit, limit_unsaid, overloaded, failing,
            html, unauthorized, forbidden, no_model, too_long, invalid_json, no_stream, error, max_tokens, refusal, dirty, surrogate):
              curl {claude.BaseUrl}/stand-in/scenario -H 'content-type: application/json' -d '{Cut}'
            and of Replicate (answer, listed, failed, filtered, canceled, aborted, never, expired, forbidden, html, cut, endless, private, redirected, ftp, nothing, limit, limit_date, limit_words, limit_long, limit_odd,
            failing, gateway, unauthorised, unpaid, no_model, refused, invalid, shape, defaults, reset, lost, unseen, garbled):
              curl {address}/stand-in/scenario -H 'content-type: application/json' -d '{Failed}'
            """);
        await claude.WaitAsync(CancellationToken.None);
        return 0;
    }
}

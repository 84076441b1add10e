using Microsoft.Extensions.Configuration;

namespace QuestCms.Infrastructure.Claude;

/// <summary>The settings of Claude. Without a key everything starts and the Claude features say so.</summary>
public sealed record ClaudeOptions
{
    public string? ApiKey { get; init; }
    public string Model { get; init; } = "claude-sonnet-5-5";
    public string FastModel { get; init; } = "claude-haiku-5-5";
    /// <summary>Without <c>/v1</c>; null for the provider's own address.</summary>
    public Uri? BaseUrl { get; init; }
    public ClaudePrices Prices { get; init; } = ClaudePrices.None;
    /// <summary>From the call to the first event, and from one event to the next.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>One call in all.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(180);

    /// <exception cref="FormatException">A setting is wrong; the message names it and never its value.</exception>
    public static ClaudeOptions From(IConfiguration configuration)
    {
        var defaults = new ClaudeOptions();
        var address = configuration["CLAUDE_BASE_URL"];
        Uri? baseUrl = null;
        if (!string.IsNullOrWhiteSpace(address) && (!Uri.TryCreate(address, UriKind.Absolute, out baseUrl) || baseUrl.Scheme is not ("http" or "https") || baseUrl.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal)))
            throw new FormatException("CLAUDE_BASE_URL is not an http(s) address without /v1.");
        return defaults with
        {
            ApiKey = Given(configuration["CLAUDE_API_KEY"]),
            Model = Given(configuration["CLAUDE_MODEL"]) ?? defaults.Model,
            FastModel = Given(configuration["CLAUDE_FAST_MODEL"]) ?? defaults.FastModel,
            BaseUrl = baseUrl,
            Prices = ClaudePrices.Parse(configuration["CLAUDE_PRICES"]),
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    // A record prints its members: the key must never be among them.
    public override string ToString() => $"Claude {Model}, {FastModel}";
}

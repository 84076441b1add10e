using Microsoft.Extensions.Configuration;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>The settings of Replicate. Without a token everything starts, and where pictures are asked for it says so.</summary>
public sealed record ReplicateOptions
{
    public string? Token { get; init; }
    public string Model { get; init; } = "black-forest-labs/flux-1.1-pro";
    public string FastModel { get; init; } = "black-forest-labs/flux-schnell";
    /// <summary>With <c>/v1</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.replicate.com/v1");
    public ReplicatePrices Prices { get; init; } = ReplicatePrices.None;
    /// <summary>One request, from the connection to the last byte of the answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Fetching one file.</summary>
    public TimeSpan File { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="FormatException">A setting is wrong; the message names it and never its value.</exception>
    public static ReplicateOptions From(IConfiguration configuration)
    {
        var defaults = new ReplicateOptions();
        var address = Given(configuration["REPLICATE_BASE_URL"]);
        Uri? baseUrl = null;
        if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out baseUrl) || baseUrl.Scheme is not ("http" or "https") || !baseUrl.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal)))
            throw new FormatException("REPLICATE_BASE_URL is not an http(s) address with /v1.");
        var token = Given(configuration["REPLICATE_API_TOKEN"]);
        if (token is not null && token.Any(c => c is <= ' ' or > '~')) throw new FormatException("REPLICATE_API_TOKEN holds characters that no token has.");
        return defaults with
        {
            Token = token,
            Model = ModelName(configuration, "REPLICATE_MODEL") ?? defaults.Model,
            FastModel = ModelName(configuration, "REPLICATE_FAST_MODEL") ?? defaults.FastModel,
            BaseUrl = baseUrl ?? defaults.BaseUrl,
            Prices = ReplicatePrices.Parse(configuration["REPLICATE_PRICES"]),
        };
    }

    // A model's name becomes part of an address.
    private static string? ModelName(IConfiguration configuration, string name)
    {
        if (Given(configuration[name]) is not { } given) return null;
        var isName = given.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } model] && (owner + model).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && owner[0] != '.' && model[0] != '.';
        return isName ? given : throw new FormatException($"{name} is not of the form owner/model.");
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    // A record prints its members: the token must never be among them.
    public override string ToString() => $"Replicate {Model}, {FastModel}";
}

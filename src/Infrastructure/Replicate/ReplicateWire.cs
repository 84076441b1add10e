using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>What is sent: <c>POST /models/{owner}/{name}/predictions</c>.</summary>
internal sealed record NewPrediction([property: JsonPropertyName("input")] PredictionInput Input);

internal sealed record PredictionInput(
    [property: JsonPropertyName("prompt")] string Prompt,
    [property: JsonPropertyName("aspect_ratio")] string AspectRatio,
    [property: JsonPropertyName("output_format")] string OutputFormat,
    [property: JsonPropertyName("output_quality")] int OutputQuality);

/// <summary>What comes, of it what is used. Some models answer one address, some a list of them.</summary>
internal sealed partial record Prediction(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("output")] JsonElement Output,
    [property: JsonPropertyName("error")] JsonElement Error)
{
    /// <summary>Null when the bytes are no prediction with an id and a status.</summary>
    public static Prediction? Read(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize<Prediction>(answer) is { Status.Length: > 0 } found && found.Id is { } id && IdForm().IsMatch(id) ? found : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The first address of the output; null when there is none.</summary>
    public Uri? Picture()
    {
        var said = Output.ValueKind == JsonValueKind.Array && Output.GetArrayLength() > 0 ? Output[0] : Output;
        return said.ValueKind == JsonValueKind.String && Uri.TryCreate(said.GetString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
    }

    /// <summary>The filter of the model kept it back.</summary>
    public bool WasKeptBack => Error.ValueKind == JsonValueKind.String && KeptBack().IsMatch(Error.GetString()!);

    // Becomes part of an address.
    [GeneratedRegex("^[A-Za-z0-9]{1,64}$")]
    private static partial Regex IdForm();

    [GeneratedRegex("nsfw|sensitive|flagged|safety|moderat", RegexOptions.IgnoreCase)]
    private static partial Regex KeptBack();
}

/// <summary>When a provider wants to be asked again.</summary>
internal static partial class RetryAfter
{
    /// <summary>Seconds or a date, as the header has it, else as the body says it; never less than a second; null where neither says anything.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, byte[] body, DateTimeOffset now)
    {
        var said = header?.Delta ?? header?.Date - now ?? OfBody(body);
        return said < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : said;
    }

    private static TimeSpan? OfBody(byte[] body) => body.Length < 4_096 && InWords().Match(System.Text.Encoding.UTF8.GetString(body)) is { Success: true } found
        && int.TryParse(found.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : default(TimeSpan?);

    // "Your rate limit resets in ~30s."
    [GeneratedRegex(@"resets in ~?(\d{1,6})s")]
    private static partial Regex InWords();
}

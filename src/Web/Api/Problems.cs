using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Api;

/// <summary>RFC 9457 problem details; the one place that turns a refusal into problem+json.</summary>
internal static class Problems
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static bool WantsJson(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => 400,
        ErrorKind.NotFound => 404,
        ErrorKind.Forbidden => 403,
        ErrorKind.Conflict => 409,
        ErrorKind.TooLarge => 413,
        ErrorKind.Unavailable => 503,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Task WriteAsync(HttpContext context, Error error, IReadOnlyDictionary<string, object?>? more = null) =>
        WriteAsync(context, StatusOf(error.Kind), error.Code, error.Message,
            [.. error.Fields.Select(f => new ProblemField("/" + f.Path, null, f.Code, f.Message, null))], more);

    public static async Task WriteAsync(HttpContext context, int status, string code, string detail, IReadOnlyList<ProblemField>? errors = null,
        IReadOnlyDictionary<string, object?>? more = null)
    {
        context.Response.StatusCode = status;
        if (status == 503) context.Response.Headers.RetryAfter = "2";
        var problem = new Dictionary<string, object?>
        {
            ["type"] = $"/api/problems/{code}",
            ["title"] = TitleOf(status),
            ["status"] = status,
            ["detail"] = detail,
            ["code"] = code,
            ["traceId"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
            ["errors"] = errors ?? [],
        };
        if (more is not null) foreach (var (name, value) in more) problem[name] = value;
        context.Response.ContentType = "application/problem+json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(problem, Json), context.RequestAborted);
    }

    private static string TitleOf(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}

/// <summary>One thing that is wrong: a JSON pointer into the body, or a query parameter; with the nearest right name as hint where there is one.</summary>
internal sealed record ProblemField(string? Pointer, string? Parameter, string Code, string Detail, string? Hint);

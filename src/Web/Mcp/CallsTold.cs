using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Mcp;

/// <summary>What a call answers: the result as text and as data; a refusal as its sentence and code. No fault shows its inside.</summary>
internal static partial class CallsTold
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CallToolResult Done<T>(string said, T data) => new()
    {
        Content = [new TextContentBlock { Text = said }],
        StructuredContent = JsonSerializer.SerializeToElement(data, Json),
    };

    public static CallToolResult Refused(Error error) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = $"{string.Join(' ', error.Fields.Select(f => f.Message).Prepend(error.Message).Distinct())} ({error.Code})" }],
        StructuredContent = JsonSerializer.SerializeToElement(new { code = error.Code, detail = error.Message, errors = error.Fields.Select(f => new { field = f.Path, code = f.Code, detail = f.Message }) }, Json),
    };

    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Filter(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, ct) =>
    {
        // Thrown from here it would stand in the log as a fault of ours.
        if (request.MatchedPrimitive is null)
        {
            Log.Unknown(Logger(request));
            return Refused(Error.Invalid("tool.unknown", "There is no such tool here; tools/list names those there are."));
        }
        try
        {
            return await next(request, ct);
        }
        catch (KeyGoneException)
        {
            return Refused(SiteKeyErrors.Refused);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException { Source: "System.Text.Json" })
        {
            return Refused(Error.Invalid("arguments.malformed", "The arguments don't fit this tool: look at its schema. Nothing was stored."));
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or McpException))
        {
            Log.Failed(Logger(request), request.MatchedPrimitive?.Id ?? "", fault);
            return Refused(Error.Unavailable("fault", "Something went wrong here. Nothing was stored; try again in a moment."));
        }
    };

    private static ILogger Logger(RequestContext<CallToolRequestParams> request) => request.Services!.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CallsTold));

    private static partial class Log
    {
        // Without its name: that is the caller's text.
        [LoggerMessage(Level = LogLevel.Information, Message = "An agent called a tool that is not here")]
        public static partial void Unknown(ILogger log);

        [LoggerMessage(Level = LogLevel.Error, Message = "An agent's call of {Tool} failed")]
        public static partial void Failed(ILogger log, string tool, Exception fault);
    }
}

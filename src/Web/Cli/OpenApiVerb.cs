using QuestCms.Web.Api.Describing;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary><c>openapi [FILE]</c>: writes the OpenAPI document, as <c>/api/v1/openapi.json</c> answers it. Nothing is started: it needs no database.</summary>
internal static class OpenApiVerb
{
    public const string Says = "writes the OpenAPI document to a file, or to the screen";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args);
        if (words.Plain.Length > 1) throw new UsageException("openapi [FILE]");
        var builder = QuestHost.Begin([]);
        builder.Configuration["NEON_CONNECTION_STRING"] = "Host=nobody"; // an address, so that none is looked for; it is not connected to
        builder.Configuration["QUEST_LOG_LEVEL"] = "Error";
        await builder.AddQuestAsync();
        await using var app = builder.Build();
        app.UseQuest();
        var json = new OpenApi(new CompositeEndpointDataSource(((IEndpointRouteBuilder)app).DataSources)).Json + "\n";
        var caller = Environment.GetEnvironmentVariable("QUEST_CALLER_FOLDER") is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory();
        if (words.Plain is [var file]) await File.WriteAllTextAsync(Path.Combine(caller, file), json);
        else await Console.Out.WriteAsync(json);
        return 0;
    }
}

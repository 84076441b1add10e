using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace QuestCms.Web.Hosting;

/// <summary>The only place that knows Serilog; the rest sees ILogger. JSON lines in Production, plain lines in Development. No article text, no prompts, no secrets.</summary>
internal static class Logging
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var least = Settings.Word<LogEventLevel>(builder.Configuration, "QUEST_LOG_LEVEL") ?? LogEventLevel.Information;
        // The frameworks say a line per request below Warning; who wants less than that from the house gets less from them too.
        var frameworks = least > LogEventLevel.Warning ? least : LogEventLevel.Warning;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(least)
            .MinimumLevel.Override("Microsoft.AspNetCore", frameworks)
            .MinimumLevel.Override(Tracing.Server, LevelAlias.Off)
            .MinimumLevel.Override("ModelContextProtocol", frameworks)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", frameworks)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            // A save that meets a unique index or another's change is answered by the handler; what is a fault is logged where it is caught.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
            .MinimumLevel.Override("System.Net.Http", frameworks)
            // In Development the address is said in one line of its own.
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", builder.Environment.IsDevelopment() ? LogEventLevel.Warning : least)
            .Enrich.FromLogContext();
        configuration = builder.Environment.IsDevelopment()
            ? configuration.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}")
            : configuration.WriteTo.Console(new RenderedCompactJsonFormatter());
        builder.Services.AddSerilog(configuration.CreateLogger(), dispose: true);
    }
}

using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace QuestCms.Web.Hosting;

/// <summary>The only place that knows Serilog; the rest sees ILogger. JSON lines in Production, plain lines in Development. No article text, no prompts, no secrets.</summary>
internal static class Logging
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var least = Settings.Word<LogEventLevel>(builder.Configuration, "QUEST_LOG_LEVEL") ?? LogEventLevel.Information;
        builder.Services.AddSerilog(Configure(least, builder.Environment.IsDevelopment(), write => builder.Environment.IsDevelopment()
            ? write.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}")
            : write.Console(Lines)).CreateLogger(), dispose: true);
    }

    /// <summary>How a line looks in Production: JSON with the rendered message, its values, the request's id, and the trace's where one is made.</summary>
    internal static ITextFormatter Lines { get; } = new RenderedCompactJsonFormatter();

    internal static LoggerConfiguration Configure(LogEventLevel least, bool isDevelopment, Func<Serilog.Configuration.LoggerSinkConfiguration, LoggerConfiguration> write)
    {
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
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", isDevelopment ? LogEventLevel.Warning : least)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutAddress>();
        return write(configuration.WriteTo);
    }

    /// <summary>The framework puts the path on every line of a request; a path may hold the token of a preview. The route says what was asked.</summary>
    internal sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("ConnectionId");
        }
    }
}

using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using QuestCms.Infrastructure;

namespace QuestCms.Web.Hosting;

/// <summary>The only place that knows OpenTelemetry. With OTEL_EXPORTER_OTLP_ENDPOINT set, traces and metrics are exported there; without it nothing is registered, and nothing listens.</summary>
internal static class Telemetry
{
    public const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>By the names their libraries gave them.</summary>
    private static readonly string[] Meters = [HouseTelemetry.Name, "QuestCms.Delivery", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <exception cref="SettingException">It is no http address.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { } given || string.IsNullOrWhiteSpace(given)) return;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new SettingException(Setting, "is no http(s) address.");
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("questcms", serviceVersion: Health.Version))
            .WithTracing(traces => traces
                .AddSource(HouseTelemetry.Name, "Npgsql")
                .AddAspNetCoreInstrumentation(o => o.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddProcessor(new WithoutAddresses())
                .AddOtlpExporter()) // reads the address and what else begins with OTEL_ by itself
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        builder.Services.AddHouseGauges();
    }

    /// <summary>A path may hold the token of a preview, a query the one of a sign-in link: the route says what was asked.</summary>
    internal sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] Unsaid = ["url.path", "url.query", "url.full", "http.target", "http.url"];

        public override void OnEnd(Activity data)
        {
            foreach (var tag in Unsaid) data.SetTag(tag, null);
        }
    }
}

using System.Reflection;
using QuestCms.Infrastructure;

namespace QuestCms.Web.Hosting;

/// <summary>For people and probes: over plain http, for any Host, without redirect and without sign-in. An AI outage is degraded, never unhealthy.</summary>
internal static class Health
{
    internal static readonly string Version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void MapHealth(this WebApplication app)
    {
        var started = app.Services.GetRequiredService<TimeProvider>().GetTimestamp();
        app.MapGet("/health/live", () => Results.Json(new { status = "healthy" })).AllowAnonymous();
        app.MapGet("/health/ready", async (IHouseHealth health, IHostApplicationLifetime life, CancellationToken ct) =>
        {
            var ready = !life.ApplicationStopping.IsCancellationRequested && await health.DatabaseAsync(ct) == "healthy";
            return Results.Json(new { status = ready ? "healthy" : "unhealthy" }, statusCode: ready ? 200 : 503);
        }).AllowAnonymous();
        app.MapGet("/health", async (IHouseHealth health, TimeProvider clock, CancellationToken ct) =>
        {
            var report = await health.LookAsync(ct);
            return Results.Json(new
            {
                status = report.Status,
                database = report.Database,
                ai_services = new { claude = Of(report.Claude), replicate = Of(report.Replicate) },
                storage = new { kind = report.Storage.Kind, status = report.Storage.Status },
                jobs = new { oldest_overdue_seconds = report.OldestOverdueSeconds },
                memory = new { used_bytes = ContainerMemory.Used, limit_bytes = ContainerMemory.Limit, managed_bytes = GC.GetTotalMemory(false) },
                version = Version,
                uptime = (long)clock.GetElapsedTime(started).TotalSeconds,
            }, statusCode: report.Status == "unhealthy" ? 503 : 200);
        }).AllowAnonymous();
    }

    private static object Of(ProviderHealth provider) => new { circuit = provider.Circuit, last_success = provider.LastSuccess };
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Ai;
using QuestCms.Application.Delivery;
using QuestCms.Application.Identity;
using QuestCms.Application.Watch;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>The one way out, and what reads pages over it.</summary>
internal static class OutboundSetup
{
    public static void AddOutbound(this IServiceCollection services, IConfiguration configuration)
    {
        // What names no environment is taken for Production: the stricter one.
        var environment = configuration[HostDefaults.EnvironmentKey] ?? configuration["ASPNETCORE_ENVIRONMENT"] ?? Environments.Production;
        services.AddSingleton(OutboundOptions.From(configuration, environment == Environments.Production));
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<IWebhookSender, HttpWebhookSender>();
        services.AddSingleton<IWebhookSecrets, ProtectedWebhookSecrets>();
        services.AddSingleton<ISourceReader, SourceReader>();
        var alerts = AlertWebhook.From(configuration);
        services.AddSingleton<IAlertVoice>(p => new AlertWebhook(alerts, p.GetRequiredService<OutboundHttp>(), p.GetRequiredService<HouseAddress>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<AlertWebhook>>()));
    }
}

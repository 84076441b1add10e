using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QuestCms.Application.Ai;
using QuestCms.Application.Delivery;

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
    }
}

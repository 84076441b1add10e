using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Infrastructure.Accounts;
using QuestCms.Infrastructure.BackgroundWork;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Outbound;
using QuestCms.Infrastructure.Replicate;
using QuestCms.Infrastructure.Smtp;
using QuestCms.Infrastructure.Storage;

namespace QuestCms.Infrastructure;

/// <summary>Registers the adapters, one line each.</summary>
public static class InfrastructureSetup
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, DatabaseAddresses database, StorageAddress? storage = null)
    {
        services.AddNeon(database);
        services.AddAccounts(configuration);
        services.AddStorage(storage ?? StorageAddress.Database);
        services.AddSingleton<Application.Media.IPictures, Pictures.VipsPictures>();
        services.AddSingleton<Application.Content.IHouseCover, Pictures.Covers.HouseCover>();
        services.AddClaude(configuration);
        services.AddReplicate(configuration);
        services.AddOutbound(configuration);
        services.AddSmtp(configuration);
        services.AddScoped<IHouseHealth, HouseHealth>();
        services.AddSingleton(provider => new ProviderLook(provider.GetRequiredService<ClaudeOptions>(), provider.GetRequiredService<ReplicateOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RequestFigures>();
        services.AddScoped<Application.Watch.IHouseSights, HouseSights>();
        services.AddScoped<Application.Watch.IHouseFigures, Neon.Watch.NeonHouseFigures>();
        services.AddSingleton<Application.Content.IRenderer, Rendering.MarkdownRenderer>();
        services.AddSingleton<Application.Ai.IGenerationFeed, BackgroundWork.GenerationFeed>();
        services.AddSingleton<Application.Ai.IGoldenSteps, BackgroundWork.GoldenSteps>();
        services.AddBackgroundWork();
        return services;
    }

    /// <summary>For a process that exports metrics: the circuits as gauges, from its start on.</summary>
    public static IServiceCollection AddHouseGauges(this IServiceCollection services) => services.AddHostedService<GaugesWorker>();

    /// <summary>Applies what is pending, once, whoever else tries at the same time.</summary>
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken ct) => services.GetRequiredService<Migrator>().MigrateAsync(ct);
}

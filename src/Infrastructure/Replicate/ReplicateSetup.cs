using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Ai;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>Replicate behind <c>IPainter</c>.</summary>
internal static class ReplicateSetup
{
    public static void AddReplicate(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ReplicateOptions.From(configuration);
        services.AddSingleton(options);
        services.AddSingleton(new PainterModels(options.Model, options.FastModel));
        services.AddSingleton<IPicturePrices>(options.Prices);
        services.AddSingleton<ReplicateResilience>();
        services.AddSingleton<IPainter, ReplicatePainter>();
    }
}

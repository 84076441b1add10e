using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Ai;

namespace QuestCms.Infrastructure.Claude;

/// <summary>Claude behind <c>IWriter</c>.</summary>
internal static class ClaudeSetup
{
    public static void AddClaude(this IServiceCollection services, IConfiguration configuration)
    {
        var options = ClaudeOptions.From(configuration);
        services.AddSingleton(options);
        services.AddSingleton(new WriterModels(options.Model, options.FastModel));
        services.AddSingleton<IModelPrices>(options.Prices);
        services.AddSingleton<ClaudeResilience>();
        services.AddSingleton<IWriter, ClaudeWriter>();
    }
}

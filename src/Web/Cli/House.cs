using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary>The house without its pages, for commands of the shell: the same registrations, no listener, no workers.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly IAsyncDisposable? _own;

    private House(IServiceProvider services, IAsyncDisposable? own) => (Services, _own) = (services, own);

    public IServiceProvider Services { get; }

    /// <summary>A house that is open already and stays so.</summary>
    public static House Of(IServiceProvider services) => new(services, null);

    /// <param name="settings">What stands in place of the environment's.</param>
    public static async Task<House> OpenAsync(params (string Name, string? Value)[] settings)
    {
        var builder = QuestHost.Begin([]);
        builder.Configuration["QUEST_LOG_LEVEL"] ??= "Warning";
        foreach (var (name, value) in settings) builder.Configuration[name] = value;
        await builder.AddQuestAsync();
        var app = builder.Build();
        _ = app.Services.GetRequiredService<Database>();
        return new House(app.Services, app);
    }

    /// <summary>A scope in which the operator acts, or the given person.</summary>
    public AsyncServiceScope Begin(Actor? actor = null)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(actor ?? Actor.Shell);
        return scope;
    }

    /// <exception cref="UsageException">There is no such site.</exception>
    public async Task<SiteId> SiteAsync(string slug)
    {
        await using var scope = Begin();
        return await scope.ServiceProvider.GetRequiredService<IQuestDb>().Sites.Where(s => s.Slug == slug).Select(s => (SiteId?)s.Id).FirstOrDefaultAsync() ?? throw new UsageException($"There is no site “{slug}”.");
    }

    /// <summary>A path as the caller means it: the script changes into the application's folder.</summary>
    public static string CallersPath(string path) =>
        Path.GetFullPath(path, Environment.GetEnvironmentVariable("QUEST_CALLER_FOLDER") is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory());

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}

using Microsoft.AspNetCore.Http.Features;
using Npgsql;
using QuestCms.Application;
using QuestCms.Application.Identity;
using QuestCms.Infrastructure;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Api.Manage;
using QuestCms.Web.Live;
using QuestCms.Web.Mcp;
using QuestCms.Web.Pages.Public;

namespace QuestCms.Web.Hosting;

/// <summary>Puts the house together: one line per part.</summary>
public static class QuestHost
{
    /// <summary>Bytes of a request body; a body of 200 KB percent-encoded in a form is three times that at most.</summary>
    public const long MaxRequestBytes = 2 * 1024 * 1024;

    /// <summary>Serves until it is told to stop. A wrong setting or a missing part is one line and exit code 1.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        try
        {
            var builder = Begin(args);
            await builder.AddQuestAsync();
            await using var app = builder.Build(); // also a start that fails stops the private server
            await app.PrepareAsync();
            app.LookAhead();
            app.UseQuest();
            app.SayWhere();
            await app.RunAsync();
            return 0;
        }
        catch (SettingException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    /// <summary>A published program finds its static files beside itself, wherever it is started from.</summary>
    public static WebApplicationBuilder Begin(string[] args)
    {
        var isPublished = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = isPublished ? AppContext.BaseDirectory : null });
        // One that was only built has its compressed files elsewhere, and by itself finds them in Development alone; ./quest run --production is none.
        if (!isPublished && builder.Environment.IsProduction()) builder.WebHost.UseStaticWebAssets();
        return builder;
    }

    public static async Task AddQuestAsync(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.AddLogging();
        builder.AddTelemetry();
        builder.AddListening();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.Configure<FormOptions>(o => (o.ValueLengthLimit, o.KeyLengthLimit) = ((int)MaxRequestBytes, 256));

        builder.Services.AddSingleton(new HouseAddress(Settings.PublicAddress(configuration))); // wrong, it stops the start
        var storage = MediaStorage.Find(builder.Environment, configuration);
        var database = await Database.FindAsync(builder.Environment, configuration);
        builder.Services.AddSingleton(_ => database); // made by a factory, so that the container disposes of it
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddApplication(configuration["AUTOMAPPER_LICENSE_KEY"]);
        try
        {
            builder.Services.AddInfrastructure(configuration, database.Addresses, storage);
        }
        catch (FormatException wrong)
        {
            await database.DisposeAsync();
            throw new SettingException(wrong.Message);
        }
        if (configuration["SMTP_URL"] is { Length: > 0 } && builder.Environment.IsProduction() && Settings.GivenPublicAddress(configuration) is null)
        {
            await database.DisposeAsync();
            throw new SettingException("QUEST_PUBLIC_URL", "is missing beside SMTP_URL: links in mails lead there.");
        }
        builder.Services.AddEdge(builder.Environment);
        builder.Services.AddStudio(builder.Environment);
        builder.Services.AddPublicApi();
        builder.Services.AddPublicSites();
        builder.Services.AddManagement();
        builder.Services.AddMcp();
        builder.Services.AddSingleton<PublicAddress>();
    }

    /// <summary>
    /// Before the first request: the administrator the settings name is appointed in a house without people. In Development the schema is brought up to
    /// date and the demo filled in; in Production the deployment did it.
    /// </summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<Database>(); // resolved first, so disposed of last: the server outlives everything that talks to it
        if (app.Environment.IsDevelopment()) await app.Services.MigrateAsync(CancellationToken.None);
        await FirstAdministrator.AppointAsync(app.Services, app.Configuration, CancellationToken.None);
        if (!app.Environment.IsDevelopment()) return;
        await Demo.FillAsync(app.Services, CancellationToken.None);
    }

    // The first connection comes about while the addresses are put together. What is wrong with it says who needs it first.
    private static void LookAhead(this WebApplication app) => _ = Task.Run(async () =>
    {
        try
        {
            await using var first = await app.Services.GetRequiredService<DeliveryDataSource>().Source.OpenConnectionAsync(app.Lifetime.ApplicationStopping);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            // Asked again with the first request.
        }
    });

    public static void UseQuest(this WebApplication app)
    {
        app.UseMiddleware<RequestLines>();
        app.UseEdge();
        app.UseLongAddresses();
        app.UseMiddleware<DeliveryDoor>();
        app.UseTracing();
        app.UseSecurity();
        app.UseErrorPages();
        app.UseFormerAddresses();
        app.UseFormReading();
        app.UseWebSockets();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<ActingMiddleware>();
        app.UseRateLimiter();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapHealth();
        app.MapDelivery();
        app.MapManage();
        app.MapMedia();
        app.MapRobots();
        app.MapPreviewPictures();
        app.MapLive();
        app.MapAgents();
        app.MapRazorPages().WithStaticAssets();
    }
}

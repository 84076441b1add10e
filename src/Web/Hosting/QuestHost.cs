using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using QuestCms.Application;
using QuestCms.Infrastructure;
using QuestCms.Web.Api;
using QuestCms.Web.Live;

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
            var builder = WebApplication.CreateBuilder(args);
            await builder.AddQuestAsync();
            var app = builder.Build();
            await app.PrepareAsync();
            app.UseQuest();
            await app.RunAsync();
            return 0;
        }
        catch (SettingException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    public static async Task AddQuestAsync(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.AddLogging();
        builder.WebHost.ConfigureKestrel(Listen);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.Configure<FormOptions>(o => (o.ValueLengthLimit, o.KeyLengthLimit) = ((int)MaxRequestBytes, 256));

        var database = await Database.FindAsync(builder.Environment, configuration);
        builder.Services.AddSingleton(_ => database); // made by a factory, so that the container disposes of it
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddApplication(configuration["AUTOMAPPER_LICENSE_KEY"]);
        try
        {
            builder.Services.AddInfrastructure(configuration, database.ConnectionString);
        }
        catch (FormatException wrong)
        {
            throw new SettingException(wrong.Message);
        }
        builder.Services.AddStudio(builder.Environment);
        builder.Services.AddPublicApi();
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

    public static void UseQuest(this WebApplication app)
    {
        app.UseSecurity();
        app.UseErrorPages();
        app.UseFormerAddresses();
        app.UseFormReading();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<ActingMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapHealth();
        app.MapDelivery();
        app.MapLive();
        app.MapRazorPages().WithStaticAssets();
    }

    // PORT on all interfaces, IPv4 and IPv6, as Railway wants it; ASPNETCORE_URLS wins where a test gives it.
    private static void Listen(WebHostBuilderContext context, KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        if (int.TryParse(context.Configuration["PORT"], out var port)) kestrel.Listen(IPAddress.IPv6Any, port);
    }
}

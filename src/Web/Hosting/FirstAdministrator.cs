using MediatR;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;

namespace QuestCms.Web.Hosting;

/// <summary>QUEST_ADMIN_EMAIL and QUEST_ADMIN_PASSWORD make the first administrator of a house without people; afterwards they change nothing.</summary>
internal static partial class FirstAdministrator
{
    public static async Task AppointAsync(IServiceProvider services, IConfiguration configuration, CancellationToken ct)
    {
        var email = configuration["QUEST_ADMIN_EMAIL"];
        var password = configuration["QUEST_ADMIN_PASSWORD"];
        if (string.IsNullOrWhiteSpace(email) && string.IsNullOrEmpty(password)) return;
        if (string.IsNullOrWhiteSpace(email)) throw new SettingException("QUEST_ADMIN_EMAIL", "is missing beside QUEST_ADMIN_PASSWORD.");
        if (string.IsNullOrEmpty(password)) throw new SettingException("QUEST_ADMIN_PASSWORD", "is missing beside QUEST_ADMIN_EMAIL.");

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(Actor.Shell);
        try
        {
            var appointed = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AppointFirstAdministrator(email, password), ct);
            if (appointed.Error is { } error)
                throw new SettingException(error.Fields.Any(f => f.Path == "email") ? "QUEST_ADMIN_EMAIL" : "QUEST_ADMIN_PASSWORD", $"can't be used: {error.Message}");
        }
        catch (Exception away) when (away is NpgsqlException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException)
        {
            // The house starts all the same and says by itself that the database is away; the next start appoints.
            Log.NotAppointed(scope.ServiceProvider.GetRequiredService<ILogger<Acting>>(), away.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The first administrator could not be looked for: {Why}")]
        public static partial void NotAppointed(ILogger log, string why);
    }
}

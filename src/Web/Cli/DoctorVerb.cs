using System.Text.Json;
using QuestCms.Application.Identity;
using QuestCms.Application.Media;
using QuestCms.Infrastructure;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Replicate;
using QuestCms.Web.Cli.Checks;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary><c>doctor</c>: a line for each thing that was looked at and what to do about it; 0 when nothing is wrong. It changes nothing and prints no secret.</summary>
internal static class DoctorVerb
{
    public const string Says = "doctor [--json] [--live]: what is in order and what is not, and what to do about it; --live asks Claude and Replicate";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args, "json", "live");
        if (words.Plain.Length > 0) throw new UsageException(Says);
        var (json, wrong, all) = (words.Has("json"), false, new List<Found>());
        await foreach (var found in LookAsync(words.Has("live")))
        {
            wrong |= found.Finding == Finding.Wrong;
            if (json) all.Add(found);
            else Console.WriteLine(Line(found));
        }
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { ok = !wrong, checks = all }, Json));
        return wrong ? 1 : 0;
    }

    internal static string Line(Found found) =>
        $"{found.Finding switch { Finding.Fine => "fine ", Finding.Noted => "note ", _ => "WRONG" }}  {found.Check,-14}  {found.Says}{(found.Todo is null ? "" : " " + found.Todo)}";

    private static async IAsyncEnumerable<Found> LookAsync(bool live)
    {
        var builder = QuestHost.Begin([]);
        var settings = new SettingsCheck(builder.Configuration, builder.Environment);
        var usable = true;
        await foreach (var found in settings.LookAsync(CancellationToken.None))
        {
            usable &= found.Finding != Finding.Wrong;
            yield return found;
        }
        if (!usable) yield break; // what else would be looked at is not what the start would use
        Found? closed = null;
        House? house = null;
        try
        {
            house = await House.OpenAsync(("QUEST_LOG_LEVEL", "Fatal"));
        }
        catch (SettingException wrong)
        {
            closed = new("settings", Finding.Wrong, wrong.Message, "docs/configuration.md says what it may be.");
        }
        if (closed is not null) yield return closed;
        if (house is null) yield break;
        await using (house)
            foreach (var check in Checks(house.Services, live))
                await foreach (var found in check.LookAsync(CancellationToken.None)) yield return found;
    }

    private static IEnumerable<ICheck> Checks(IServiceProvider services, bool live)
    {
        var (configuration, environment) = (services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>());
        var look = services.GetRequiredService<DatabaseLook>();
        yield return new DatabaseCheck(services.GetRequiredService<Database>().Addresses, Settings.Number(configuration, "QUEST_DB_POOL_MAX", 1, 1000) ?? ConnectionStrings.DefaultPoolMax,
            environment.IsProduction(), look.AtAsync, DatabaseLook.ReadsPublishedAsync, services.GetRequiredService<SchemaDrift>().LookAsync);
        yield return new ProvidersCheck(services.GetRequiredService<ClaudeOptions>(), services.GetRequiredService<ReplicateOptions>(), live ? services.GetRequiredService<ProviderLook>() : null);
        yield return new MailCheck(services.GetRequiredService<IMail>());
        yield return new HouseCheck(configuration, environment, services.GetRequiredService<IMediaStorage>());
    }
}

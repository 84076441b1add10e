using System.Runtime.CompilerServices;
using QuestCms.Infrastructure.Accounts;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Outbound;
using QuestCms.Infrastructure.Replicate;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Hosting;
using Serilog.Events;

namespace QuestCms.Web.Cli.Checks;

/// <summary>Every setting is read as the start reads it; and one that nobody reads is told, for it is a slip of the pen.</summary>
internal sealed class SettingsCheck(IConfiguration configuration, IHostEnvironment environment) : ICheck
{
    private static readonly string[] Ours = ["NEON_", "QUEST_", "CLAUDE_", "REPLICATE_", "SMTP_", "REDIS_", "AUTOMAPPER_"];

    public async IAsyncEnumerable<Found> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var wrong = 0;
        foreach (var say in Readers().Select(Fault).OfType<string>().Distinct())
        {
            wrong++;
            var name = say.Split(' ', 2);
            yield return new("settings", Finding.Wrong, say, $"Correct {name[0]}: docs/configuration.md says what it may be.");
        }
        var given = configuration.AsEnumerable().Where(s => s.Value is { Length: > 0 }).Select(s => s.Key).ToList();
        foreach (var unknown in given.Where(n => Array.Exists(Ours, o => n.StartsWith(o, StringComparison.Ordinal)) && !SettingNames.All.Contains(n)).Order(StringComparer.Ordinal))
            yield return new("settings", Finding.Noted, $"{unknown} is set and no setting has that name.", "Correct the name, or take it away.");
        if (wrong == 0) yield return new("settings", Finding.Fine, $"{given.Count(SettingNames.All.Contains)} settings are given and can be used.");
    }

    private IEnumerable<Action> Readers()
    {
        yield return () =>
        {
            if (Settings.Address(environment, configuration, "NEON_CONNECTION_STRING") is null && !environment.IsDevelopment()) throw new SettingException("NEON_CONNECTION_STRING", "is missing: the address of the PostgreSQL database.");
        };
        yield return () => Settings.Address(environment, configuration, "NEON_DIRECT_CONNECTION_STRING");
        yield return () => Settings.Address(environment, configuration, "NEON_DELIVERY_CONNECTION_STRING");
        yield return () => Settings.Port(configuration);
        yield return () => Settings.PublicAddress(configuration);
        yield return () => Settings.Word<LogEventLevel>(configuration, "QUEST_LOG_LEVEL");
        yield return () => Settings.Number(configuration, KeptAnswers.Setting, 0, 65_536);
        yield return () => Settings.Number(configuration, DeliveryLimits.AddressSetting, 0, 1_000_000_000);
        yield return () => Settings.Number(configuration, DeliveryLimits.KeySetting, 0, 1_000_000_000);
        yield return () => MediaStorage.Find(environment, configuration);
        yield return () => ClaudeOptions.From(configuration);
        yield return () => ReplicateOptions.From(configuration);
        yield return () => OutboundOptions.From(configuration, environment.IsProduction());
        yield return () => KeyCertificate.From(configuration);
        yield return () =>
        {
            var (email, password) = (configuration["QUEST_ADMIN_EMAIL"], configuration["QUEST_ADMIN_PASSWORD"]);
            if (string.IsNullOrWhiteSpace(email) != string.IsNullOrEmpty(password))
                throw new SettingException(string.IsNullOrWhiteSpace(email) ? "QUEST_ADMIN_EMAIL" : "QUEST_ADMIN_PASSWORD", "is missing beside the other of the two.");
        };
    }

    private static string? Fault(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception wrong) when (wrong is SettingException or FormatException)
        {
            return wrong.Message;
        }
    }
}

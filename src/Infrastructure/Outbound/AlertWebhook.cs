using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Identity;
using QuestCms.Application.Watch;
using QuestCms.Domain.Watch;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>
/// Alerts as JSON to <c>QUEST_ALERT_WEBHOOK</c>, over the one way out: <c>{"text":…,"house":…,"at":…,"alerts":[{"kind":…,"state":"began"|"over","text":…}]}</c>. <c>text</c> is what chat programs show.
/// </summary>
internal sealed partial class AlertWebhook(Uri? address, OutboundHttp http, HouseAddress house, TimeProvider clock, ILogger<AlertWebhook> log) : IAlertVoice
{
    private static readonly OutboundLimits Limits = new(4 * 1024, TimeSpan.FromSeconds(10));

    /// <exception cref="FormatException">It is no http address; the message names the setting and never its value.</exception>
    public static Uri? From(IConfiguration configuration)
    {
        if (configuration["QUEST_ALERT_WEBHOOK"] is not { } given || string.IsNullOrWhiteSpace(given)) return null;
        return Uri.TryCreate(given.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 ? address
            : throw new FormatException("QUEST_ALERT_WEBHOOK is no http(s) address.");
    }

    public async Task SayAsync(IReadOnlyList<AlertNews> news, CancellationToken ct)
    {
        foreach (var one in news) LogAlert(one.Kind, one.IsOver ? "over" : "began");
        if (address is null || news.Count == 0) return;
        var json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            text = string.Join("\n", news.Select(n => n.Says)),
            house = house.Root,
            at = clock.GetUtcNow(),
            alerts = news.Select(n => new { kind = n.Kind.ToString(), state = n.IsOver ? "over" : "began", text = n.Says }),
        });
        var sent = await http.PostAsync(address, [], json, Limits, ct);
        if (sent.Error is { } fault) LogUnheard(fault.Code);
        else if (sent.Value.Status >= 300) LogUnheard($"status {sent.Value.Status}");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alert {Kind} {State}")]
    private partial void LogAlert(AlertKind kind, string state);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An alert was not taken by QUEST_ALERT_WEBHOOK: {Why}")]
    private partial void LogUnheard(string why);
}

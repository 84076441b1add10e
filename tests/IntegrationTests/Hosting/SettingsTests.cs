using Microsoft.AspNetCore.Builder;
using QuestCms.Web.Hosting;

namespace QuestCms.IntegrationTests.Hosting;

/// <summary>What a start says of each setting that can't be used; that it then ends with this line is held by the published program's tests.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("NEON_CONNECTION_STRING")]
    [InlineData("NEON_DIRECT_CONNECTION_STRING")]
    [InlineData("NEON_DELIVERY_CONNECTION_STRING")]
    [InlineData("QUEST_DB_POOL_MAX")]
    [InlineData("QUEST_DB_TLS")]
    [InlineData("PORT")]
    [InlineData("QUEST_PUBLIC_URL")]
    [InlineData("QUEST_LOG_LEVEL")]
    [InlineData("CLAUDE_BASE_URL")]
    [InlineData("CLAUDE_PRICES")]
    [InlineData("SMTP_URL")]
    [InlineData("QUEST_ALERT_WEBHOOK")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public async Task A_malformed_setting_is_named_in_one_line_and_its_value_never_shown(string name)
    {
        var wrong = await Assert.ThrowsAsync<SettingException>(() => BeginAsync((name, "hidden-word")));

        Assert.StartsWith(name + " ", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Theory]
    [InlineData("QUEST_DB_POOL_MAX", "0")]
    [InlineData("QUEST_DB_POOL_MAX", "1001")]
    [InlineData("PORT", "0")]
    [InlineData("PORT", "65536")]
    [InlineData("QUEST_LOG_LEVEL", "3")]
    [InlineData("QUEST_PUBLIC_URL", "ftp://quest.example")]
    [InlineData("CLAUDE_BASE_URL", "https://claude.example/v1")]
    public async Task A_value_just_beyond_what_is_allowed_is_refused(string name, string value) =>
        Assert.StartsWith(name + " ", (await Assert.ThrowsAsync<SettingException>(() => BeginAsync((name, value)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_database_nothing_starts_in_Production() =>
        Assert.StartsWith("NEON_CONNECTION_STRING is missing", (await Assert.ThrowsAsync<SettingException>(() => BeginAsync(("NEON_CONNECTION_STRING", " ")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_first_setting_alone_is_enough() => await BeginAsync();

    private static async Task BeginAsync(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration["NEON_CONNECTION_STRING"] = "postgresql://quest:word@localhost/quest";
        foreach (var (name, value) in settings) builder.Configuration[name] = value;
        await builder.AddQuestAsync();
    }
}

using QuestCms.Application.Sites;
using QuestCms.IntegrationTests.Ai;

namespace QuestCms.IntegrationTests.Sites;

public sealed class ChangeHouseStyleTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Claude_is_told_the_style_of_the_site_and_the_request_says_which()
    {
        Claude.Speak("answer");
        var before = await RunAsync(await AskAsync(await Some.DraftAsync("Before the style")));
        Assert.Equal("", before.Brief.Style);
        Assert.DoesNotContain("The style of this site", Claude.Claude.LastSystem, StringComparison.Ordinal);

        await Some.Must(new ChangeHouseStyle(Some.Site, "Calm, to one reader.\r\nNever “we”.", "", "journey, dream", ""), Some.Administrator);
        var after = await RunAsync(await AskAsync(await Some.DraftAsync("After the style")));

        Assert.Equal("Voice: Calm, to one reader.\nNever “we”.\nWords to avoid: journey, dream", after.Brief.Style);
        Assert.EndsWith("The style of this site:\n" + after.Brief.Style, Claude.Claude.LastSystem, StringComparison.Ordinal);
        await Some.Must(new ChangeHouseStyle(Some.Site, "", "", "", ""), Some.Administrator);
        Assert.Equal("", (await RunAsync(await AskAsync(await Some.DraftAsync("Without again")))).Brief.Style);
    }

    [Fact]
    public async Task A_part_over_its_limit_is_refused_by_its_field_and_nothing_is_kept()
    {
        var error = (await House.SendAsync(new ChangeHouseStyle(Some.Site, "kept?", "", new string('x', 1001), ""), Some.Administrator)).Error;

        Assert.Equal("avoid", Assert.Single(error!.Fields).Path);
        Assert.Equal("", (await House.SendAsync(new GetHouseStyle(Some.Site), Some.Administrator)).Value.Voice);
    }
}

public sealed class GetHouseStyleTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task A_site_that_said_nothing_has_four_empty_parts() =>
        Assert.Equal(new HouseStyleText("", "", "", ""), (await House.SendAsync(new GetHouseStyle(Some.Site), Some.Administrator)).Value);
}

using System.Text.Json;
using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Journeys;

/// <summary>What the world outside gets: the public page as text, and the article by the delivery API.</summary>
internal static class Readers
{
    /// <summary>The public page of an article as its reader reads it; fails when it is not there.</summary>
    public static async Task<string> ReadPageAsync(this IPage page, string slug)
    {
        var answer = await page.APIRequest.GetAsync($"/sites/relocation/{slug}");
        Assert.Equal(200, answer.Status);
        return System.Net.WebUtility.HtmlDecode(await answer.TextAsync());
    }

    /// <summary>The newest article of the site's list.</summary>
    public static async Task<JsonElement> ReadNewestAsync(this IPage page)
    {
        var answer = await page.APIRequest.GetAsync("/api/v1/sites/relocation/articles?limit=1");
        Assert.Equal(200, answer.Status);
        return (await answer.JsonAsync())!.Value.GetProperty("data")[0];
    }
}

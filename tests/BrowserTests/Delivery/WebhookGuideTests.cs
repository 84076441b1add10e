using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Delivery;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Identity;
using QuestCms.TestKit;

namespace QuestCms.BrowserTests.Delivery;

/// <summary>The TypeScript of the guide, run where there is WebCrypto: it takes what Quest sends and nothing else.</summary>
public sealed partial class WebhookGuideTests(BrowserRun run) : InABrowser(run)
{
    [Fact]
    public async Task The_TypeScript_of_the_guide_takes_what_quest_sends_and_nothing_else()
    {
        var site = await App.House.ReadAsync(db => db.Sites.Where(s => s.Slug == "rainmaker").Select(s => s.Id).FirstAsync());
        var made = (await App.House.SendAsync(new AddWebhook(site, new WebhookTerms("https://hooks.example.org/", "", [])), Actor.Shell)).Value;
        var page = await OpenAsync(Who.Nobody, "/sign-in");
        var code = WithoutTypes();
        var former = made.Secret.Reveal();

        async Task<bool> Takes(string secret, ShownWebhookRequest sent, string? body = null, long seconds = 0)
        {
            var headers = sent.Headers.ToDictionary(h => h.Key, h => h.Value);
            return await page.EvaluateAsync<bool>($"async ([secret, headers, body, seconds]) => {{ {code} return await isGenuine(secret, new Headers(headers), body, Date.now() + 1000 * seconds); }}", new object[] { secret, headers, body ?? sent.Body, seconds });
        }

        var one = (await App.House.SendAsync(new PreviewWebhook(made.Webhook, null), Actor.Shell)).Value;
        Assert.True(await Takes(former, one));
        Assert.False(await Takes(former, one, one.Body + " "));
        Assert.False(await Takes(former, one, seconds: 6 * 60));
        Assert.False(await Takes(former, one, seconds: -6 * 60));
        Assert.False(await Takes("whsec_" + Convert.ToBase64String(new byte[32]), one));
        Assert.False(await Takes(former, one with { Headers = [.. one.Headers.Select(h => h.Key == "webhook-signature" ? new(h.Key, "v1,AAAA v1,%%% v2,x") : h)] }));

        var secret = (await App.House.SendAsync(new RotateWebhookSecret(made.Webhook, AtOnce: false), Actor.Shell)).Value.Secret.Reveal();
        var two = (await App.House.SendAsync(new PreviewWebhook(made.Webhook, null), Actor.Shell)).Value;
        Assert.True(await Takes(former, two));
        Assert.True(await Takes(secret, two));
        Assert.False(await Takes(secret, one));
    }

    // The code has no other TypeScript in it than these: erased, it is JavaScript, or it does not run.
    private static string WithoutTypes()
    {
        var guide = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs/webhooks.md"));
        var code = Fence().Match(guide).Groups[1].Value;
        Assert.Contains("isGenuine(secret: string, headers: Headers, body: string", code, StringComparison.Ordinal);
        return Types().Replace(code, "").Replace("export ", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"```ts\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@": (string|number|Headers|Promise<boolean>)(?=[,)=\s{])")]
    private static partial Regex Types();
}

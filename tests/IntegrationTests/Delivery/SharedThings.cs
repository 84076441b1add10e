using System.Net;
using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>What the tests of shared things do in one line each.</summary>
internal static class SharedThings
{
    public static async Task<ArticleId> LiveAsync(this SomeHouse some, string title, Func<ArticleContent, ArticleContent>? change = null)
    {
        var article = await some.DraftAsync(title);
        if (change is not null) await some.ChangeAsync(article, change);
        await some.ApprovedAsync(article);
        await some.Must(new PublishArticle(article), some.Publisher);
        return article;
    }

    /// <summary>Carries out every rewriting that waits, batch by batch, as the worker would.</summary>
    public static async Task RewriteAsync(this SomeHouse some)
    {
        while (await some.House.ScalarAsync<Guid>("select id from planning.rewritings where ended_at is null order by started_at limit 1") is var open && open != default)
            await some.Must(new RewriteArticles(RewritingId.From(open)), Actor.Worker);
    }

    public static async Task<JsonElement> ReadAsync(this HttpClient client, string path) => JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/api/v1/sites/relocation" + path));

    /// <summary>Status and where it leads, from the root.</summary>
    public static async Task<(HttpStatusCode Status, string? To)> AskAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return (answer.StatusCode, answer.Headers.Location is { IsAbsoluteUri: true } whole && whole.Host == client.BaseAddress!.Host ? whole.PathAndQuery : answer.Headers.Location?.OriginalString);
    }

    /// <summary>The events of a site after a sequence: their types.</summary>
    public static Task<string?> ToldAsync(this SomeHouse some, long after) =>
        some.House.ScalarAsync<string?>("select string_agg(type || coalesce(' ' || nullif(array_to_string(changed_fields, '+'), ''), ''), ', ' order by sequence) from delivery.events where site = $1 and sequence > $2", some.Site.Value, after);

    public static Task<long> SequenceAsync(this SomeHouse some) => some.House.ScalarAsync<long>("select last_sequence from delivery.sites where id = $1", some.Site.Value);
}

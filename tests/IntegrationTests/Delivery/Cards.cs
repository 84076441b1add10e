using System.Net.Http.Json;
using System.Text.Json;
using QuestCms.Domain.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>Signed cards as anyone gets them.</summary>
internal static class Cards
{
    public const string Articles = "/api/v1/sites/relocation/articles", Keys = "/api/v1/provenance/keys";

    public static async Task<string> CardAsync(this SomeHouse some, ArticleId article)
    {
        using var client = some.House.CreateClient();
        return await client.GetStringAsync($"{Articles}/{article}/provenance", TestContext.Current.CancellationToken);
    }

    public static async Task<string> KeysAsync(this SomeHouse some)
    {
        using var client = some.House.CreateClient();
        return await client.GetStringAsync(Keys, TestContext.Current.CancellationToken);
    }

    /// <summary>The card, checked as the guide says.</summary>
    public static async Task<JsonElement> CheckedAsync(this SomeHouse some, ArticleId article)
    {
        var card = QuestProvenance.Check(await some.CardAsync(article), await some.KeysAsync());
        Assert.NotNull(card);
        return card.Value;
    }

    public static async Task<JsonElement> ReadAsync(this SomeHouse some, ArticleId article, string query = "")
    {
        using var client = some.House.CreateClient();
        return await client.GetFromJsonAsync<JsonElement>($"{Articles}/{article}{query}", TestContext.Current.CancellationToken);
    }

    public static string KeyOf(string answer) => JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(JsonDocument.Parse(answer).RootElement.GetProperty("protected").GetString())).RootElement.GetProperty("kid").GetString()!;
}

using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Api;

/// <summary>The contract row by row against the running house.</summary>
public sealed class ContractTests(ApiHouse shared) : WithApi(shared)
{
    [Fact]
    public async Task Every_row_of_the_contract_holds()
    {
        await Some.ChangeAsync(Shared.Articles[3], c => c with { Slug = "piece-four" });
        await Some.ApprovedAsync(Shared.Articles[3]);
        await Some.Must(new PublishArticle(Shared.Articles[3]), Some.Publisher);
        await Some.Must(new UnpublishArticle(Shared.Articles[4]), Some.Publisher); // in Spain
        using var client = Some.House.CreateClient(new() { AllowAutoRedirect = false });
        var wrong = new List<string>();
        foreach (var row in ContractRows.All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, row.Ask.Replace("{id}", Shared.Articles[6].ToString(), StringComparison.Ordinal).Replace("{gone}", Shared.Articles[4].ToString(), StringComparison.Ordinal));
            request.Headers.Add("Origin", "https://reader.test");
            var answer = await Answered.OfAsync(client, request, Ct);
            if (answer.Status != row.Status) wrong.Add($"{row.Says}: {answer.Status} instead of {row.Status}. {answer.Body[..Math.Min(200, answer.Body.Length)]}");
            else wrong.AddRange(row.Holds.Where(held => !Holds(held, answer)).Select(held => $"{row.Says}: {held} does not hold"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(ContractRows.All.Length > 80);
    }

    [Fact]
    public async Task HEAD_answers_what_GET_does_without_the_body()
    {
        foreach (var row in ContractRows.All.Where(r => r.Status == 200 && !r.Ask.Contains("/changes", StringComparison.Ordinal) && !r.Ask.Contains("/docs", StringComparison.Ordinal)).DistinctBy(r => r.Ask.Split('?')[0]))
        {
            var address = row.Ask.Replace("{id}", Shared.Articles[6].ToString(), StringComparison.Ordinal);
            var (get, head) = (await AskAsync(address), await AskAsync(address, HttpMethod.Head));
            Assert.Equal((get.Status, get.ETag, ""), (head.Status, head.ETag, head.Body));
        }
    }

    private static bool Holds(string held, Answered answer)
    {
        if (held.StartsWith("header:", StringComparison.Ordinal)) return answer.Headers.Contains(held["header:".Length..]);
        if (held.StartsWith("text:", StringComparison.Ordinal)) return answer.Body.Contains(held["text:".Length..], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(answer.Body);
        var at = held.IndexOfAny(['=', '~', '*']);
        var (name, value) = at < 0 ? (held, "") : (held[..at], held[(at + 1)..]);
        if (name == "count") return json.RootElement.GetProperty("data").GetArrayLength() == int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        if (!json.RootElement.TryGetProperty(name, out var member)) return false;
        return at < 0 || held[at] switch
        {
            '=' => member.ValueKind == JsonValueKind.String ? member.GetString() == value : member.GetRawText() == value,
            '~' => (member.ValueKind == JsonValueKind.String ? member.GetString()! : member.GetRawText()).Contains(value, StringComparison.Ordinal) || JsonSerializer.Serialize(member, Plain).Contains(value, StringComparison.Ordinal),
            _ => member.GetArrayLength() > 0 && member.EnumerateArray().All(item => item.TryGetProperty(value, out _)),
        };
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

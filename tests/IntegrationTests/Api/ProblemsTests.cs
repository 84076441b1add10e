using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Whatever goes wrong under /api is answered as problem+json, in a sentence, with nothing of the inside.</summary>
public sealed class ProblemsTests(ApiHouse shared) : WithApi(shared)
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "not_found")]
    [InlineData("GET", "/api", 404, "not_found")]
    [InlineData("GET", "/api/v1/sites/nowhere/articles", 404, "site.not_found")]
    [InlineData("GET", "/api/v1/sites/relocation/articles/no-guid", 404, "not_found")]
    [InlineData("GET", "/api/v1/sites/relocation/articles/by-slug/Unknown", 404, "article.not_found")]
    [InlineData("POST", "/api/v1/sites", 405, "method_not_allowed")]
    [InlineData("PUT", "/api/v1/sites/relocation/articles", 405, "method_not_allowed")]
    [InlineData("DELETE", "/api/v1/sites/relocation/articles/by-slug/piece-7", 405, "method_not_allowed")]
    [InlineData("PATCH", "/api/v1/sites/relocation/articles/01920000-0000-7000-8000-000000000000", 405, "method_not_allowed")]
    [InlineData("POST", "/api/v1/nothing", 404, "not_found")]
    public async Task What_is_not_there_or_not_taken_is_said_as_a_problem(string method, string address, int status, string code)
    {
        var problem = await AskAsync(address, new HttpMethod(method));

        Assert.Equal((status, "application/problem+json", code), (problem.Status, problem.Type, problem.Code));
        Assert.Equal(["code", "detail", "errors", "status", "title", "traceId", "type"], problem.Json.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(status, problem.Json.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task With_the_database_away_it_says_so_and_when_to_come_back()
    {
        using var house = With(new DeliveryDataSource(NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Timeout=2")));
        using var client = house.CreateClient();

        using var answer = await client.GetAsync(List, Ct);

        Assert.Equal((503, "application/problem+json", "2"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.RetryAfter?.ToString()));
        Assert.DoesNotContain("127.0.0.1", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_house_tells_nothing_of_its_inside()
    {
        using var house = With(new DeliveryDataSource(null!)); // a fault nobody foresaw
        using var client = house.CreateClient();

        using var answer = await client.GetAsync(List, Ct);

        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal((500, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("NullReference", body, StringComparison.Ordinal);
        Assert.Contains("Something went wrong here.", body, StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> With(DeliveryDataSource source) =>
        Some.House.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(source)));
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace QuestCms.BareApp;

/// <summary>
/// What the figures of delivery stand beside: a minimal ASP.NET Core application as bare as one writes it, without MVC, log lines or headers of its own. It sends bytes it was given from
/// memory, and reads rows and lists with plain Npgsql. It runs in a process of its own, with the same collector as the house.
/// </summary>
internal static class Program
{
    private const string Database = "NEON_CONNECTION_STRING", Site = "QUEST_BENCH_SITE";

    // Whoever measures writes down what all columns of a row are.
    private static string? _insert;

    private sealed record Thing(byte[] Bytes, string Type, string Tag);

    public static async Task Main()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var things = new ConcurrentDictionary<string, Thing>();
        await using var database = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable(Database)!);
        var site = Guid.Parse(Environment.GetEnvironmentVariable(Site)!);
        await using var app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapPut("/kept/{name}", async (HttpContext context, string name) =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            things[name] = new Thing(bytes.ToArray(), context.Request.ContentType!, $"\"{name.GetHashCode(StringComparison.Ordinal):x8}\"");
        });
        app.MapGet("/kept/{name}", (HttpContext context) =>
        {
            if (!things.TryGetValue((string)context.Request.RouteValues["name"]!, out var thing))
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }
            context.Response.Headers.ETag = thing.Tag;
            if (context.Request.Headers.IfNoneMatch == thing.Tag)
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }
            context.Response.ContentType = thing.Type;
            context.Response.ContentLength = thing.Bytes.Length;
            return context.Response.Body.WriteAsync(thing.Bytes).AsTask();
        });
        app.MapGet("/row/{slug}", (HttpContext context) => RowAsync(context, database, site, "json_br, json_br_tag"));
        app.MapGet("/page/{slug}", (HttpContext context) => RowAsync(context, database, site, "convert_to(html, 'UTF8'), page_tag"));
        app.MapGet("/list", (HttpContext context) => ListAsync(context, database, site));
        app.MapPost("/insert", (HttpContext context) => InsertAsync(context, database));
        await app.RunAsync($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
    }

    private static async Task RowAsync(HttpContext context, NpgsqlDataSource database, Guid site, string columns)
    {
        await using var command = database.CreateCommand($"select {columns} from delivery.published_articles where site = $1 and slug = $2");
        command.Parameters.Add(new() { Value = site });
        command.Parameters.Add(new() { Value = (string)context.Request.RouteValues["slug"]! });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            context.Response.StatusCode = 404;
            return;
        }
        await SendAsync(context, reader.GetFieldValue<byte[]>(0), reader.GetString(1));
    }

    private static async Task ListAsync(HttpContext context, NpgsqlDataSource database, Guid site)
    {
        var category = context.Request.Query["category"].ToString();
        await using var command = database.CreateCommand($"select list_json from delivery.published_articles where site = $1{(category.Length > 0 ? " and category_slug = $2" : "")} order by published_at desc, article desc limit 21");
        command.Parameters.Add(new() { Value = site });
        if (category.Length > 0) command.Parameters.Add(new() { Value = category });
        await using var reader = await command.ExecuteReaderAsync();
        var text = new StringBuilder("{\"data\":[");
        for (var row = 0; await reader.ReadAsync(); row++)
            if (row < 20) text.Append(row > 0 ? "," : "").Append(reader.GetString(0));
        await SendAsync(context, Encoding.UTF8.GetBytes(text.Append("]}").ToString()), "list");
    }

    private static async Task InsertAsync(HttpContext context, NpgsqlDataSource database)
    {
        using var sent = await JsonDocument.ParseAsync(context.Request.Body);
        var id = Guid.CreateVersion7();
        await using var command = database.CreateCommand(_insert ??= (string)(await database.CreateCommand("select statement from bench.statement").ExecuteScalarAsync())!);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = sent.RootElement.GetProperty("title").GetString()! });
        command.Parameters.Add(new() { Value = id.ToString("N") });
        command.Parameters.Add(new() { Value = sent.RootElement.GetProperty("body").GetString()! });
        await command.ExecuteNonQueryAsync();
        context.Response.StatusCode = 201;
        await SendAsync(context, Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\"}}"), "1");
    }

    private static async Task SendAsync(HttpContext context, byte[] bytes, string tag)
    {
        context.Response.Headers.ETag = $"\"{tag}\"";
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }
}

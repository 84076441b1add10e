using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using QuestCms.Client;

var builder = WebApplication.CreateBuilder(args);
var quest = new QuestClient(builder.Configuration["QUEST_ADDRESS"] ?? "http://localhost:8080");
var site = quest.Site("relocation");
var app = builder.Build();

// The page. An unchanged list costs a 304; what is put into markup is encoded.
app.MapGet("/", async (CancellationToken ct) =>
{
    var page = await site.ListArticlesAsync(new() { Limit = 10 }, ct);
    var items = page.Data.Select(article => $"<li>{HtmlEncoder.Default.Encode(article.Title)}</li>");
    return Results.Content($"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>News</title>
        <h1>News</h1>
        <ul>{string.Concat(items)}</ul>
        <script type="module">new EventSource("/live").onmessage = () => location.reload();</script>
        """, "text/html");
});

// Tells an open page when something happened.
app.MapGet("/live", (CancellationToken ct) => TypedResults.ServerSentEvents(TellAsync(ct)));

async IAsyncEnumerable<string> TellAsync([EnumeratorCancellation] CancellationToken ct)
{
    await foreach (var told in site.FollowAsync(ct: ct)) yield return told.Type.Value;
}

app.Run();

using QuestCms.Client;

namespace QuestCms.ClientExample;

/// <summary>
/// A small site of what Quest publishes. It keeps a copy in memory, so that it answers at once and also when the house is away; it follows the events, so that the copy and the pages that readers have open are
/// never older than a second.
/// </summary>
public static class ExampleSite
{
    public static void Main(string[] args) => Build(args).Run();

    /// <summary>Settings, as environment or arguments: QUEST_ADDRESS (--address), QUEST_SITE (--site), QUEST_KEY for a site that is not read by everyone, QUEST_WEBHOOK_SECRET.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = builder.Configuration;
        var address = settings["address"] ?? settings["QUEST_ADDRESS"] ?? "http://localhost:8080";
        var quest = new QuestClient(address, new QuestOptions { Key = settings["QUEST_KEY"] });

        builder.Services.AddSingleton(quest);
        builder.Services.AddSingleton(quest.Site(settings["site"] ?? settings["QUEST_SITE"] ?? "relocation"));
        builder.Services.AddSingleton<Shelf>();
        builder.Services.AddSingleton<Readers>();
        builder.Services.AddHostedService<Follower>();
        var app = builder.Build();

        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' {quest.AddressOf("/").GetLeftPart(UriPartial.Authority)}; base-uri 'none'; form-action 'none'";
            return next(context);
        });
        app.UseStaticFiles();
        app.MapGet("/", (Shelf shelf) => Pages.Front(shelf).Answer());
        app.MapGet("/articles/{slug}", (string slug, Shelf shelf) =>
            shelf.Find(slug) is { } article ? Pages.Article(shelf, article).Answer()
            : shelf.MovedTo(slug) is { } now ? Results.Redirect($"/articles/{now}", permanent: true, preserveMethod: true)
            : Pages.NotHere(shelf).Answer(404));
        // The browsers of readers, told when to look again.
        app.MapGet("/live", (Readers readers, CancellationToken ct) => TypedResults.ServerSentEvents(readers.ListenAsync(ct)));
        if (settings["QUEST_WEBHOOK_SECRET"] is { } secret) app.MapPost("/webhook", (HttpRequest request, Shelf shelf, Readers readers, CancellationToken ct) => Webhook.TakeAsync(request, secret, shelf, readers, ct));
        return app;
    }
}

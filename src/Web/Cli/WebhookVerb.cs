using MediatR;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Cli;

/// <summary><c>webhook add</c> prints the secret of a new webhook, once; <c>list</c> says which there are, <c>remove</c> takes one away for good.</summary>
internal static class WebhookVerb
{
    public const string Says = "webhook add --site SLUG --address URL [--types article.published,…] [--for TEXT] | list --site SLUG | remove --site SLUG --id ID";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args);
        if (words.Plain is not ["add" or "list" or "remove"]) throw new UsageException(Says);
        await using var house = await House.OpenAsync();
        var site = await house.SiteAsync(words.Must("site"));
        await using var scope = house.Begin();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await (words.Plain[0] switch { "add" => AddAsync(words, site, mediator), "list" => ListAsync(site, mediator), _ => RemoveAsync(words, site, mediator) });
        return 0;
    }

    private static async Task AddAsync(Words words, SiteId site, IMediator mediator)
    {
        string[] types = words.Has("types") ? words.Must("types").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        var made = await mediator.Send(new AddWebhook(site, new WebhookTerms(words.Must("address"), words.Has("for") ? words.Must("for") : "", types)));
        if (made.Error is { } error) throw new UsageException(error.Fields.Count > 0 ? error.Fields[0].Message : error.Message);
        Console.WriteLine(made.Value.Secret.Reveal());
        Console.WriteLine("This is the only time it is shown. The receiver checks the signature with it: docs/webhooks.md.");
    }

    private static async Task ListAsync(SiteId site, IMediator mediator)
    {
        var list = await mediator.Send(new ListWebhooks(site));
        if (list.Error is { } error) throw new UsageException(error.Message);
        if (list.Value.Count == 0) Console.WriteLine("This site has no webhook.");
        foreach (var w in list.Value) Console.WriteLine($"{w.Id}  {w.State.ToString().ToLowerInvariant(),-8}  {w.Host}  {(w.Wanted.Count == 0 ? "everything" : string.Join(",", w.Wanted))}");
    }

    private static async Task RemoveAsync(Words words, SiteId site, IMediator mediator)
    {
        var list = await mediator.Send(new ListWebhooks(site));
        if (list.Error is { } error) throw new UsageException(error.Message);
        if (!WebhookEndpointId.TryParse(words.Must("id"), null, out var id) || list.Value.All(w => w.Id != id)) throw new UsageException(WebhookErrors.NotFound.Message);
        if ((await mediator.Send(new RemoveWebhook(id))).Error is { } refusal) throw new UsageException(refusal.Message);
        Console.WriteLine("Removed: it is told of nothing any more.");
    }
}

using System.Globalization;
using MediatR;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Web.Api.Manage;

/// <summary>Who is told of the site's events: the same as an administrator's page does, by a key that may write. Reading wants that too, because an address may hold a secret.</summary>
internal static class WebhookEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/webhooks",
            Method.Get(ListAsync, "listWebhooks", "The webhooks of the site, those told of events first", typeof(WebhooksShape)),
            Method.Post(AddAsync, "addWebhook", "Have events sent to an address; the secret is in this answer alone", typeof(MadeWebhookShape), 201, typeof(WebhookTermsShape)));
        api.At("/webhooks/{id:guid}",
            Method.Get((HttpContext context, Guid id, IMediator mediator) => ShowAsync(context, id, mediator), "readWebhook", "One webhook, never its secret", typeof(WebhookShape)),
            Method.Put(ChangeAsync, "changeWebhook", "Say anew where events go, and which", typeof(WebhookShape), typeof(WebhookTermsShape)),
            Method.Delete(RemoveAsync, "removeWebhook", "Take it away for good, with its secret and its log", null, 204));
        api.At("/webhooks/{id:guid}/disable", Method.Post((HttpContext context, Guid id, IMediator mediator) => SwitchAsync(context, id, mediator, (webhook, version) => new DisableWebhook(webhook, version)), "disableWebhook", "Send it nothing more, nor what waits", typeof(WebhookShape)));
        api.At("/webhooks/{id:guid}/enable", Method.Post((HttpContext context, Guid id, IMediator mediator) => SwitchAsync(context, id, mediator, (webhook, version) => new EnableWebhook(webhook, version)), "enableWebhook", "Tell it of what happens from now on", typeof(WebhookShape)));
        api.At("/webhooks/{id:guid}/rotate", Method.Post(RotateAsync, "rotateWebhookSecret", "Make a new secret, which is in this answer alone; the former one fits for 24 hours more, unless it ends at once", typeof(MadeWebhookShape), body: typeof(RotationShape)));
    }

    /// <param name="Types">Which events it is told of; empty: all, those to come too.</param>
    public sealed record WebhookTermsShape(string Address, string Description, string[] Types);

    /// <param name="State"><c>active</c>, <c>disabled</c> by somebody, <c>gone</c> by its own word (410), <c>failing</c> for days.</param>
    /// <param name="FormerSecretUntil">Until when what is sent is signed with the former secret too.</param>
    /// <param name="FailingSince">Since when it takes nothing; null while it does.</param>
    public sealed record WebhookShape(Guid Id, int Version, string Address, string Description, IReadOnlyList<string> Types, string State, DateTimeOffset? FormerSecretUntil, DateTimeOffset? FailingSince,
        DateTimeOffset? DisabledAt, DateTimeOffset MadeAt)
    {
        internal static WebhookShape Of(ShownWebhook w) => new(w.Id.Value, w.Version, w.Url, w.Description, w.Wanted, Names.Of(w.State), w.FormerUntil, w.FailingSince, w.DisabledAt, w.MadeAt);
    }

    /// <param name="Secret">Shown this once; null where the same call is heard again.</param>
    public sealed record MadeWebhookShape(WebhookShape Webhook, string? Secret);

    /// <summary>At most a hundred, without pages.</summary>
    public sealed record WebhooksShape(IReadOnlyList<ListedWebhookShape> Data);

    public sealed record ListedWebhookShape(Guid Id, string Address, string Description, IReadOnlyList<string> Types, string State, DateTimeOffset? FailingSince, DateTimeOffset? DisabledAt);

    /// <param name="AtOnce">The former one is worth nothing from now on: others have seen it.</param>
    public sealed record RotationShape(bool AtOnce);

    private static async Task ListAsync(HttpContext context, Caller caller, IMediator mediator)
    {
        if (await PageQuery.HasAnyAsync(context)) return;
        var list = await mediator.Send(new ListWebhooks(caller.Grant.Site), context.RequestAborted);
        if (list.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, new WebhooksShape([.. list.Value.Select(w => new ListedWebhookShape(w.Id.Value, w.Url, w.Description, w.Wanted, Names.Of(w.State), w.FailingSince, w.DisabledAt))]));
    }

    private static async Task AddAsync(HttpContext context, Caller caller, IMediator mediator, Once once)
    {
        if (await Incoming.JsonAsync(context, Incoming.Small) is not var (body, bytes)) return;
        var terms = new WebhookTerms(body.Text("address", isRequired: true) ?? "", body.Text("description") ?? "", body.Texts("types") ?? []);
        if (await Incoming.RefusedAsync(context, body)) return;
        WebhookSecret? secret = null;
        await once.RunAsync(context, bytes, async () =>
        {
            var made = await mediator.Send(new AddWebhook(caller.Grant.Site, terms), context.RequestAborted);
            if (made.Error is { } refusal) return refusal;
            secret = made.Value.Secret;
            return (Result<AddedWebhook>)new AddedWebhook(made.Value.Webhook);
        }, added =>
        {
            context.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"/api/v1/manage/sites/{caller.Grant.SiteSlug}/webhooks/{added.Webhook}");
            return MadeAsync(context, added.Webhook, mediator, secret, 201);
        });
    }

    private static async Task ChangeAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.JsonAsync(context, Incoming.Small) is not var (body, _)) return;
        var terms = new WebhookTerms(body.Text("address", isRequired: true) ?? "", body.Text("description", isRequired: true) ?? "", body.Texts("types", isRequired: true) ?? []);
        if (await Incoming.RefusedAsync(context, body)) return;
        await SaidAsync(context, id, mediator, await mediator.Send(new ChangeWebhook(WebhookEndpointId.From(id), version, terms), context.RequestAborted));
    }

    private static async Task SwitchAsync(HttpContext context, Guid id, IMediator mediator, Func<WebhookEndpointId, int, Application.Common.ICommand> command)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        await SaidAsync(context, id, mediator, await mediator.Send(command(WebhookEndpointId.From(id), version), context.RequestAborted));
    }

    private static async Task RemoveAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        var done = await mediator.Send(new RemoveWebhook(WebhookEndpointId.From(id), version), context.RequestAborted);
        if (done.Error is { } refusal) await RefuseAsync(context, id, mediator, refusal);
        else context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task RotateAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body) return;
        var atOnce = body.YesOrNo("atOnce") ?? false;
        if (await Incoming.RefusedAsync(context, body)) return;
        var made = await mediator.Send(new RotateWebhookSecret(WebhookEndpointId.From(id), atOnce, version), context.RequestAborted);
        if (made.Error is { } refusal) await RefuseAsync(context, id, mediator, refusal);
        else await MadeAsync(context, made.Value.Webhook, mediator, made.Value.Secret, 200);
    }

    private static async Task MadeAsync(HttpContext context, WebhookEndpointId webhook, IMediator mediator, WebhookSecret? secret, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        var read = await mediator.Send(new GetWebhook(webhook), context.RequestAborted);
        if (read.Error is { } gone) await Told.RefuseAsync(context, gone);
        else await Told.SendAsync(context, new MadeWebhookShape(WebhookShape.Of(read.Value), secret?.Reveal()), status, read.Value.Version);
    }

    private static Task SaidAsync(HttpContext context, Guid id, IMediator mediator, Result done) => done.Error is { } refusal ? RefuseAsync(context, id, mediator, refusal) : ShowAsync(context, id, mediator);

    private static async Task ShowAsync(HttpContext context, Guid id, IMediator mediator)
    {
        var read = await mediator.Send(new GetWebhook(WebhookEndpointId.From(id)), context.RequestAborted);
        if (read.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, WebhookShape.Of(read.Value), version: read.Value.Version);
    }

    // One that moved on says where it stands now.
    private static async Task RefuseAsync(HttpContext context, Guid id, IMediator mediator, Error refusal)
    {
        if (refusal.Code is not ("webhook.changed" or "changed_meanwhile"))
        {
            await Told.RefuseAsync(context, refusal);
            return;
        }
        var now = await mediator.Send(new GetWebhook(WebhookEndpointId.From(id)), context.RequestAborted);
        if (now.Error is null) context.Response.Headers.ETag = Told.TagOf(now.Value.Version);
        await Problems.WriteAsync(context, 412, WebhookErrors.Changed.Code, WebhookErrors.Changed.Message);
    }
}

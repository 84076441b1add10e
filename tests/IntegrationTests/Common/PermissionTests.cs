using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Application.Review;
using QuestCms.Application.Sites;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.IntegrationTests.Common;

/// <summary>Sends every message of the application as everyone there is, straight to the mediator, and compares what the pipeline says with the table.</summary>
public sealed class PermissionTests(Database database) : InAHouse(database)
{
    private static readonly Error Arrived = Error.Conflict("arrived", "The message came through to its handler's door.");
    private static readonly Type[] Messages =
    [
        .. typeof(ICommand).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))),
    ];

    [Fact]
    public void Every_message_has_its_line_in_the_table()
    {
        var missing = Messages.Where(m => !PermissionTable.Rows.ContainsKey(m)).Select(m => m.Name).Order().ToList();
        Assert.True(missing.Count == 0, $"No line in PermissionTable says who may send: {string.Join(", ", missing)}. Add one line for each.");
        Assert.Equal(Messages.Length, PermissionTable.Rows.Count);
    }

    [Fact]
    public async Task Everyone_hears_what_the_table_says()
    {
        using var house = WithClosedHandlers();
        var things = await ThingsOfTheSiteAsync();
        var people = await PeopleAsync();
        var wrong = new List<string>();
        foreach (var message in Messages.Where(PermissionTable.Rows.ContainsKey))
        {
            foreach (var (who, actor, expected) in people)
            {
                var heard = await SendAsync(house, Make(message, things), actor);
                if (heard != expected(PermissionTable.Rows[message])) wrong.Add($"{message.Name} as {who}: {heard}, the table says {expected(PermissionTable.Rows[message])}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Said once more without the table: what a key may send is these few, and none of them decides, publishes what no person approved, deletes an article for ever, or manages people, keys, settings or money.</summary>
    [Fact]
    public void No_key_may_send_anything_but_these()
    {
        string[] open =
        [
            "AddAssets", "AddWebhook", "ArchiveArticle", "AskClaude", "AskForNewPassword", "AskForPasskey", "AskForReview", "AttachSources", "BinArticle", "CancelSchedule", "ChangeWebhook", "DisableWebhook", "EnableWebhook", "GetAsset",
            "GetGenerationStory", "GetManagedArticle", "GetRevision", "GetStanding", "GetWebhook", "GetWebhookDelivery", "ListAssets", "ListBin", "ListGenerations", "ListManagedArticles", "ListRevisions",
            "ListWebhookDeliveries", "ListWebhooks", "OpenPreview", "OpenPreviewPicture", "ProposeChange", "ProposeDraft", "ReadLiveText", "ReadWorkingCopy", "RemoveWebhook", "RewriteArticle",
            "RotateWebhookSecret", "SchedulePublication", "SearchWorkingCopies", "SendWebhookAgain", "SendWebhooksAgain", "SetPasswordByLink", "SignIn", "SignInWithCode", "SignInWithPasskey", "SignOut", "SubmitArticleForReview", "TakeFromBin",
            "TestWebhook", "UnpublishArticle", "WithdrawFromReview", "WriteNewArticle",
        ];

        Assert.Equal(open, PermissionTable.Rows.Where(r => Answer.Allowed is var yes && (r.Value.ReadKey == yes || r.Value.PreviewKey == yes || r.Value.WriteKey == yes)).Select(r => r.Key.Name).Order(StringComparer.Ordinal));
        var scopes = Enum.GetValues<KeyScope>();
        Assert.Equal([Permission.ReadAsAgent, Permission.PreviewAsAgent, Permission.ProposeAsAgent, Permission.WriteAsAgent], Enum.GetValues<Permission>().Where(p => ScopePermissions.Give(scopes, p)));
        Assert.DoesNotContain(Enum.GetValues<Role>(), role => RolePermissions.Give([role], Permission.ReadAsAgent) || RolePermissions.Give([role], Permission.PreviewAsAgent) || RolePermissions.Give([role], Permission.ProposeAsAgent) || RolePermissions.Give([role], Permission.WriteAsAgent));
    }

    [Fact]
    public async Task A_thing_that_does_not_exist_is_not_found_for_everyone_with_a_role()
    {
        var nowhere = ArticleId.From(Guid.CreateVersion7());
        foreach (var actor in new[] { Some.Creator, Some.Administrator, Some.Stranger })
            Assert.Equal(CommonErrors.NotFound, (await House.SendAsync(new SubmitArticleForReview(nowhere, ""), actor)).Error);
    }

    [Fact]
    public async Task Roles_taken_away_count_from_the_next_message_on()
    {
        await Some.Must(new AddCategory(Some.Site, "Spain"), Some.Administrator);
        await Some.Must(new ChangeRoles(Some.Site, Some.Administrator.Person!.Value, []), Actor.Shell);

        Assert.Equal(CommonErrors.NotFound, (await House.SendAsync(new AddCategory(Some.Site, "Italy"), Some.Administrator)).Error);
    }

    private async Task<(string Who, Actor Actor, Func<Row, Answer> Expected)[]> PeopleAsync()
    {
        var house = (await House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value.Person;
        var suspended = await Some.PersonAsync("suspended", Some.Site, Enum.GetValues<Role>());
        await Some.Must(new SuspendPerson(suspended.Person!.Value), Actor.Shell);
        var elsewhere = new List<(string, Actor, Func<Row, Answer>)>();
        foreach (var role in Enum.GetValues<Role>()) elsewhere.Add(($"{role} of another site", await Some.PersonAsync($"other-{role}".ToLowerInvariant(), Some.OtherSite, role), r => r.OtherSite));
        var gone = await Some.PersonAsync("gone", Some.Site, Role.Creator);
        await Some.Must(new ChangeRoles(Some.Site, gone.Person!.Value, []), Actor.Shell);
        return
        [
            ("a key that reads", await KeyAsync(KeyScope.Read), r => r.ReadKey), ("a key with preview", await KeyAsync(KeyScope.Preview), r => r.PreviewKey), ("a key with write", await KeyAsync(KeyScope.Write), r => r.WriteKey),
            ("a revoked key", Actor.OfKey(Guid.CreateVersion7(), "revoked"), r => r.Nobody == Answer.Allowed ? Answer.Allowed : r.Worker == Answer.Allowed ? Answer.NotFound : Answer.SignInFirst),
            ("a key of another site", Actor.OfKey((await House.SendAsync(new MakeSiteKey(Some.OtherSite, "elsewhere", Enum.GetValues<KeyScope>()), Actor.Shell)).Value.Key.Value, "elsewhere"), r => r.Nobody == Answer.Allowed ? Answer.Allowed : r.OtherSite == Answer.Allowed ? Answer.NotAllowed : r.OtherSite),
            ("nobody", Actor.Nobody, r => r.Nobody), ("creator", Some.Creator, r => r.Creator), ("reviewer", Some.Reviewer, r => r.Reviewer),
            ("publisher", Some.Publisher, r => r.Publisher), ("administrator", Some.Administrator, r => r.Administrator), .. elsewhere,
            ("everything on another site", Some.Stranger, r => r.OtherSite), ("a member without roles", gone, r => r.OtherSite),
            ("house administrator", Actor.Of(house, "House"), r => r.House), ("suspended", suspended, r => r.Suspended),
            ("an unknown person", Actor.Of(PersonId.From(Guid.CreateVersion7()), "Ghost"), r => r.Suspended), ("worker", Actor.Worker, r => r.Worker), ("shell", Actor.Shell, r => r.Shell),
        ];
    }

    private async Task<Actor> KeyAsync(KeyScope scope) => Actor.OfKey((await House.SendAsync(new MakeSiteKey(Some.Site, $"with {scope}", [scope]), Some.Administrator)).Value.Key.Value, $"with {scope}");

    // Ids of things that stand on the site, by their type.
    private async Task<Dictionary<Type, object>> ThingsOfTheSiteAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var article = await Some.DraftAsync();
        var round = await Some.SubmittedAsync(article);
        var me = Some.Creator.Person!.Value;
        var generation = Generation.Request(GenerationId.New(now), Some.Site, article, GenerationKind.Draft, new Brief { Topic = "x" }, 0, 0, "draft", "model", me, now);
        var plan = ScheduledPublication.Plan(ScheduledPublicationId.New(now), article, Some.Site, ScheduledAction.Publish, 1, now.AddDays(1), me, now);
        var asset = Asset.Add(AssetId.New(now), Some.Site, new Picture("image/png", 1, 1, 1, [1]), "x.png", "", "", Making.Uploaded, me, now);
        await using var scope = House.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IQuestDb>();
        db.Assets.Add(asset);
        db.Generations.Add(generation);
        db.ScheduledPublications.Add(plan);
        var preview = PreviewLink.Share(PreviewLinkId.New(now), article, Some.Site, null, PreviewLink.Usual, me, now).Value;
        db.PreviewLinks.Add(preview);
        var key = SiteKey.Issue(SiteKeyId.New(now), Some.Site, "x", [], KeySecret.Of(new byte[KeySecret.RandomBytes]), null, now);
        db.SiteKeys.Add(key);
        var note = AgentNote.AskForReview(AgentNoteId.New(now), Some.Site, article, "", key.Id, "agent x", now);
        db.AgentNotes.Add(note);
        var look = LookAgain.Ask(LookAgainId.New(now), Some.Site, article, "the prompt draft/2", "", me, now);
        db.LooksAgain.Add(look);
        var claim = await db.Claims.Where(c => c.Article == article).Select(c => c.Id).FirstAsync(TestContext.Current.CancellationToken);
        var webhook = WebhookEndpoint.Add(WebhookEndpointId.New(now), Some.Site, new Uri("https://hooks.example.org/"), "", [], [1], null, now);
        var delivery = WebhookDelivery.Test(webhook, now);
        db.WebhookEndpoints.Add(webhook);
        db.WebhookDeliveries.Add(delivery);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new()
        {
            [typeof(SiteId)] = Some.Site,
            [typeof(ArticleId)] = article,
            [typeof(ReviewRoundId)] = round,
            [typeof(AssetId)] = asset.Id,
            [typeof(ClaimId)] = claim,
            [typeof(GenerationId)] = generation.Id,
            [typeof(ScheduledPublicationId)] = plan.Id,
            [typeof(PreviewLinkId)] = preview.Id,
            [typeof(WebhookEndpointId)] = webhook.Id,
            [typeof(WebhookDeliveryId)] = delivery.Id,
            [typeof(CategoryId)] = Some.Category,
            [typeof(BylineId)] = Some.Byline,
            [typeof(SiteKeyId)] = key.Id,
            [typeof(AgentNoteId)] = note.Id,
            [typeof(LookAgainId)] = look.Id,
            [typeof(PersonId)] = me,
        };
    }

    // What else a message holds is of no weight here: permission reads the thing it is about and nothing more.
    private static object Make(Type message, Dictionary<Type, object> things)
    {
        var constructor = message.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => things.TryGetValue(p.ParameterType, out var thing) ? thing
            : p.ParameterType == typeof(string) ? "x"
            : p.ParameterType.IsValueType && Nullable.GetUnderlyingType(p.ParameterType) is null ? RuntimeHelpers.GetUninitializedObject(p.ParameterType) : null)]);
    }

    private static async Task<Answer> SendAsync(WebApplicationFactory<Program> house, object message, Actor actor)
    {
        await using var scope = house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(actor);
        var answer = message.GetType().GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var send = typeof(PermissionTests).GetMethod(nameof(SendOneAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(answer);
        var error = await (Task<Error?>)send.Invoke(null, [scope.ServiceProvider.GetRequiredService<IMediator>(), message])!;
        return error?.Code switch
        {
            "sign_in" => Answer.SignInFirst,
            "key.refused" => Answer.SignInFirst,
            "key.scope" => Answer.NotAllowed,
            "not_allowed" => Answer.NotAllowed,
            "not_found" => Answer.NotFound,
            "arrived" => Answer.Allowed,
            var other => throw new InvalidOperationException($"{message.GetType().Name} as {actor.Name}: {other ?? "done"}, and no handler was to be reached."),
        };
    }

    private static async Task<Error?> SendOneAsync<TResult>(IMediator mediator, IRequest<TResult> message) where TResult : IResult<TResult> =>
        (await mediator.Send(message, TestContext.Current.CancellationToken)).Error;

    // The real pipeline up to the permission; behind it a door, so that nothing is done and nothing else can refuse.
    private WebApplicationFactory<Program> WithClosedHandlers() => House.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        var permission = services.Single(s => s.ServiceType == typeof(IPipelineBehavior<,>) && s.ImplementationType!.Name.StartsWith("PermissionBehavior", StringComparison.Ordinal));
        services.Insert(services.IndexOf(permission) + 1, ServiceDescriptor.Transient(typeof(IPipelineBehavior<,>), typeof(Door<,>)));
    }));

    private sealed class Door<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse> where TResponse : IResult<TResponse>
    {
        public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => Task.FromResult(TResponse.Failed(Arrived));
    }
}

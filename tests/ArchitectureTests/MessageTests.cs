using System.Reflection;
using FluentValidation;
using MediatR;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.ArchitectureTests;

public sealed class MessageTests
{
    private static readonly Rule Locked = new("Every message says who may send it.", "A door without a lock is how data leaks.", "Add [Requires(Permission.…)], or say aloud that it is [OpenToEveryone].");
    private static readonly Rule Placed = new("A message about a site says which thing it is about.", "Without it the permission can't be looked up in the right site.", "Implement IAbout<TId>.");
    private static readonly Rule Keyless = new("A key never decides, and manages no people, keys or settings.", "Nothing reaches a reader without a named person; a stolen key must not make another.", "Leave [OpenToKeys] away, or give it to a message that writes or reads.");
    private static readonly Rule OneAnswer = new("One message, one handler, one file: internal, sealed, named after it, beside it.", "The next reader looks where the name says.", "Put handler and validator into the message's file.");
    private static readonly Rule Asking = new("Commands return results, queries never return aggregates.", "What leaves Application is a copy; a live entity in a page is a write waiting to happen.", "Project into a read model named for the screen.");
    private static readonly Rule NobodySends = new("Nobody in Application sends.", "Handlers that call handlers are hidden hops.", "Push the shared rule into the aggregate, or a class both use.");
    private static readonly Rule Reading = new("AutoMapper is for reading.", "A mapper that writes passes by the aggregate.", "Call the verb on the entity; map only in a query.");
    private static readonly Rule Plain = new("Messages are verb phrases without a suffix.", "send(new SubmitArticleForReview(…)) reads as English.", "Drop Command, Query, Request, Dto, Vm.");

    private static IEnumerable<Type> Messages => House.TypesOf(House.Application).Where(IsMessage);
    private static IEnumerable<Type> Handlers => House.TypesOf(House.Application).Where(t => t is { IsAbstract: false, IsInterface: false } && Implemented(t, typeof(IRequestHandler<,>)).Any());

    [Fact]
    public void Every_message_says_who_may_send_it() => Locked.Check(Messages, IsUnlocked, t => t.Name);

    [Fact]
    public void A_message_about_a_site_says_which_thing() => Placed.Check(Messages, IsPlaceless, t => t.Name);

    [Fact]
    public void No_door_that_decides_or_administers_is_open_to_keys() => Keyless.Check(Messages, IsTooOpen, t => t.Name);

    [Fact]
    public void Handlers_and_validators_stand_beside_their_message() => OneAnswer.Check(Handlers.Concat(Validators()), IsAstray, t => t.Name);

    [Fact]
    public void Each_message_has_exactly_one_handler() =>
        OneAnswer.Check(Messages, m => Handlers.Count(h => Implemented(h, typeof(IRequestHandler<,>)).Any(i => i.GetGenericArguments()[0] == m)) != 1, t => t.Name);

    [Fact]
    public void Queries_never_return_aggregates() => Asking.Check(Messages, ReturnsAnAggregate, t => t.Name);

    [Fact]
    public void Nobody_in_application_sends() =>
        NobodySends.Check(House.All(House.Application).And().DoNotHaveName("ApplicationSetup"), t => t.NotHaveDependencyOn("MediatR.IMediator"));

    [Fact]
    public void AutoMapper_appears_in_queries_alone() =>
        Reading.Check(House.TypesOf(House.Application).Where(t => t.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(c => c.GetParameters().Any(p => p.ParameterType.Namespace == "AutoMapper"))),
            t => !t.Name.StartsWith("Get", StringComparison.Ordinal) && !t.Name.StartsWith("List", StringComparison.Ordinal) && !t.Name.StartsWith("Search", StringComparison.Ordinal), t => t.Name);

    [Fact]
    public void Messages_are_verb_phrases() => Plain.Check(Messages, IsSuffixed, t => t.Name);

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        Assert.True(IsUnlocked(typeof(Offenders.UnlockedDoor)));
        Assert.True(IsPlaceless(typeof(Offenders.PublishWithoutPlace)));
        Assert.True(IsTooOpen(typeof(Offenders.ApproveWithAKey)));
        Assert.True(IsAstray(typeof(Offenders.SomewhereElseHandler)));
        Assert.True(ReturnsAnAggregate(typeof(Offenders.GetLivePerson)));
        Assert.True(IsSuffixed(typeof(Offenders.UpdateCommand)));
        LayerTests.Caught(() => NobodySends.Check(House.In(House.Here, "QuestCms.ArchitectureTests.Offenders").And().HaveName("SendingHandler"), t => t.NotHaveDependencyOn("MediatR.IMediator")));
    }

    private static IEnumerable<Type> Validators() => House.TypesOf(House.Application).Where(t => t.Name.EndsWith("Validator", StringComparison.Ordinal) && Implemented(t, typeof(IValidator<>)).Any());

    internal static bool IsMessage(Type t) => t is { IsAbstract: false, IsInterface: false } && Implemented(t, typeof(IRequest<>)).Any();

    private static IEnumerable<Type> Implemented(Type t, Type open) => t.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);

    private static bool IsUnlocked(Type t) => t.GetCustomAttribute<RequiresAttribute>() is null == (t.GetCustomAttribute<OpenToEveryoneAttribute>() is null);

    // What a key's scopes give is for keys alone; what they open beside it writes, reads, or carries out what a person approved. Of what administrators do, the contract opens webhooks:
    // they tell a program of what is published anyway.
    private static bool IsTooOpen(Type t) => t.GetCustomAttribute<OpenToKeysAttribute>()?.Permission is { } given
        && (given is not (Permission.PreviewAsAgent or Permission.WriteAsAgent) || t.Name is "PublishArticle"
            || t.GetCustomAttribute<RequiresAttribute>()?.Permission is var asked && asked is not (Permission.ReadSite or Permission.Write or Permission.Publish) && !(asked is Permission.AdministerSite && given is Permission.WriteAsAgent && IsOfWebhooks(t)));

    private static bool IsOfWebhooks(Type t) => t.Namespace == "QuestCms.Application.Delivery" && t.Name.Contains("Webhook", StringComparison.Ordinal);

    private static bool IsPlaceless(Type t) =>
        t.GetCustomAttribute<RequiresAttribute>()?.Permission is Permission.ReadSite or Permission.Write or Permission.Decide or Permission.Publish or Permission.AdministerSite or Permission.ReadAsAgent or Permission.PreviewAsAgent or Permission.ProposeAsAgent or Permission.WriteAsAgent && !typeof(IAbout).IsAssignableFrom(t);

    private static bool IsAstray(Type t)
    {
        var message = Implemented(t, typeof(IRequestHandler<,>)).Concat(Implemented(t, typeof(IValidator<>))).First().GetGenericArguments()[0];
        return t.IsPublic || !t.IsSealed || t.Namespace != message.Namespace || (t.Name != message.Name + "Handler" && t.Name != message.Name + "Validator");
    }

    private static bool ReturnsAnAggregate(Type t)
    {
        var answer = Implemented(t, typeof(IRequest<>)).First().GetGenericArguments()[0];
        if (!typeof(Result).IsAssignableFrom(answer) && !(answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Result<>))) return true;
        return answer.IsGenericType && Inside(answer.GetGenericArguments()[0]).Any(typeof(AggregateRoot).IsAssignableFrom);
    }

    private static IEnumerable<Type> Inside(Type t) => t.IsGenericType ? t.GetGenericArguments().SelectMany(Inside).Prepend(t) : [t];

    private static bool IsSuffixed(Type t) => new[] { "Command", "Query", "Request", "Dto", "Vm", "ViewModel" }.Any(s => t.Name.EndsWith(s, StringComparison.Ordinal));
}

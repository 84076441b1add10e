using System.Reflection;
using MediatR;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common.Pipeline;

/// <summary>
/// Decides, for every message and nowhere else, whether the actor may send it. A thing of a site in which the actor has no role at all answers
/// NotFound, never Forbidden: its existence is not told.
/// </summary>
internal sealed class PermissionBehavior<TRequest, TResponse>(Acting acting, IRoles roles, IKeyRing keys, ISiteLookup sites, ISecurityLog security)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse> where TResponse : IResult<TResponse>
{
    // Read once per closed type.
    private static readonly bool Open = typeof(TRequest).GetCustomAttribute<OpenToEveryoneAttribute>() is not null;
    private static readonly Permission? Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission;
    private static readonly Permission? NeededOfKeys = typeof(TRequest).GetCustomAttribute<OpenToKeysAttribute>()?.Permission ?? Needed;

    private static readonly bool IsCommand = typeof(ICommand).IsAssignableFrom(typeof(TRequest)) || typeof(TRequest).GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Open) return await next();
        var needed = Needed ?? throw new InvalidOperationException($"{typeof(TRequest).Name} says neither [Requires] nor [OpenToEveryone].");
        if (await RefusalAsync(needed, request as IAbout, cancellationToken) is not { } refusal) return await next();
        // What somebody known tried to do, and may not, is written down; looking is not.
        if (IsCommand && refusal.Kind == ErrorKind.Forbidden && acting.Actor.Id is not null)
            await security.NoteAsync(new PermissionRefused(typeof(TRequest).Name, (request as IAbout) is { } about && about.Kind == typeof(SiteId) ? about.Thing : null), cancellationToken);
        return TResponse.Failed(refusal);
    }

    private async Task<Error?> RefusalAsync(Permission needed, IAbout? about, CancellationToken ct)
    {
        if (needed == Permission.RunBackgroundWork) return acting.Actor.Kind == ActorKind.Worker ? null : CommonErrors.NotFound;
        if (acting.Actor.Kind == ActorKind.Shell) return Administers(needed) ? null : CommonErrors.NotAllowed;
        if (acting.Actor.Key is { } key) return await RefusalOfKeyAsync(SiteKeyId.From(key), NeededOfKeys ?? needed, about, ct);
        if (acting.Actor.Person is not { } person) return acting.Actor.Kind == ActorKind.Worker ? CommonErrors.NotAllowed : CommonErrors.SignInFirst;

        var mine = await roles.OfAsync(person, ct);
        if (mine is null) return CommonErrors.SignInFirst;
        if (needed == Permission.SignedIn) return null;
        if (about is null) return needed == Permission.AdministerHouse && mine.HouseAdministrator ? null : CommonErrors.NotAllowed;

        var site = about.Kind == typeof(SiteId) ? SiteId.From(about.Thing) : await sites.SiteOfAsync(about.Kind, about.Thing, ct);
        if (site is null) return CommonErrors.NotFound;
        var here = mine.In(site.Value);
        if (mine.HouseAdministrator && Administers(needed)) return null;
        if (here.Count == 0) return CommonErrors.NotFound;
        return RolePermissions.Give(here, needed) ? null : CommonErrors.NotAllowed;
    }

    // A key has no role: what its scopes don't give, it may not, on its own site as anywhere.
    private async Task<Error?> RefusalOfKeyAsync(SiteKeyId key, Permission needed, IAbout? about, CancellationToken ct)
    {
        if (await keys.OfAsync(key, ct) is not { } grant) return SiteKeyErrors.Refused;
        if (about is null) return SiteKeyErrors.OutOfScope;
        var site = about.Kind == typeof(SiteId) ? SiteId.From(about.Thing) : await sites.SiteOfAsync(about.Kind, about.Thing, ct);
        if (site != grant.Site) return CommonErrors.NotFound;
        return ScopePermissions.Give(grant.Scopes, needed) ? null : SiteKeyErrors.OutOfScope;
    }

    private static bool Administers(Permission needed) => needed is Permission.AdministerHouse or Permission.AdministerSite or Permission.Recall or Permission.Redirect;
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator changes what a member may do on a site; it counts from the member's next click on. <paramref name="BasedOn"/> is the version of
/// the membership the administrator saw; null takes it as it is. Errors: NotFound, <c>roles.own_administration</c>, <c>roles.changed_meanwhile</c>.
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeRoles(SiteId Site, PersonId Person, IReadOnlyList<Role> Roles, int? BasedOn = null) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeRolesValidator : AbstractValidator<ChangeRoles>
{
    public ChangeRolesValidator()
    {
        RuleFor(c => c.Roles).NotNull().WithErrorCode("roles.missing").WithMessage("Say which roles the person keeps.");
        RuleFor(c => c.Roles).Must(roles => roles is null || roles.All(Enum.IsDefined)).WithErrorCode("roles.unknown").WithMessage("There is no such role.");
    }
}

internal sealed class ChangeRolesHandler(IQuestDb db, IRoles roles, Acting acting) : ICommandHandler<ChangeRoles>
{
    private static readonly Error Own = Error.Conflict("roles.own_administration", "You can't take the administration from yourself; another administrator can.");
    private static readonly Error Meanwhile = Error.Conflict("roles.changed_meanwhile", "Someone changed this person's roles since you opened the page. Nothing of yours was stored; the roles below are the present ones.");

    public async Task<Result> Handle(ChangeRoles command, CancellationToken ct)
    {
        var membership = await db.Memberships.FirstOrDefaultAsync(m => m.Site == command.Site && m.Person == command.Person, ct);
        if (membership is null) return CommonErrors.NotFound;
        var wanted = command.Roles.Distinct().Order();
        // The same form twice finds its own change: that is no conflict.
        if (command.BasedOn is { } seen && seen != membership.Version && !wanted.SequenceEqual(membership.Roles)) return Meanwhile;
        if (await TakesOwnAdministrationAsync(command, membership, ct)) return Own;
        membership.SetRoles(command.Roles);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (ChangedMeanwhileException)
        {
            return Meanwhile;
        }
        return Result.Done;
    }

    // A house administrator administers the site with or without the role.
    private async Task<bool> TakesOwnAdministrationAsync(ChangeRoles command, Membership membership, CancellationToken ct) =>
        command.Person == acting.Actor.Person && membership.Roles.Contains(Role.Administrator) && !command.Roles.Contains(Role.Administrator)
        && await roles.OfAsync(acting.Me, ct) is not { HouseAdministrator: true };
}

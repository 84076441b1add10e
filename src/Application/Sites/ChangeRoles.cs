using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>An administrator changes what a member may do on a site; it counts from the member's next click on. Errors: NotFound, <c>roles.own_administration</c>.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeRoles(SiteId Site, PersonId Person, IReadOnlyList<Role> Roles) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeRolesValidator : AbstractValidator<ChangeRoles>
{
    public ChangeRolesValidator() => RuleForEach(c => c.Roles).IsInEnum().OverridePropertyName("roles");
}

internal sealed class ChangeRolesHandler(IQuestDb db, Acting acting) : ICommandHandler<ChangeRoles>
{
    public async Task<Result> Handle(ChangeRoles command, CancellationToken ct)
    {
        var membership = await db.Memberships.FirstOrDefaultAsync(m => m.Site == command.Site && m.Person == command.Person, ct);
        if (membership is null) return CommonErrors.NotFound;
        if (command.Person == acting.Actor.Person && membership.Roles.Contains(Role.Administrator) && !command.Roles.Contains(Role.Administrator))
            return Error.Conflict("roles.own_administration", "You can't take the administration from yourself; another administrator can.");
        membership.SetRoles(command.Roles);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

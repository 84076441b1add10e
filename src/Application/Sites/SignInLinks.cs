using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// Who may make a one-time link for whom. Who holds a link is that person, on every site: so only someone who administers all sites of the person
/// may make one, or a house administrator; a house administrator's own is made at a shell of the service.
/// </summary>
internal sealed class SignInLinks(IQuestDb db, IRoles roles, Acting acting)
{
    private static readonly Error House = Error.Forbidden("person.house", "This person administers the house; their link is made in a shell of the service (person reset).");
    private static readonly Error Elsewhere = Error.Forbidden("person.elsewhere", "This person works on other sites too, and a link opens those as well. A house administrator can make it.");

    /// <summary>Null when the actor may.</summary>
    public async Task<Error?> WhyNotAsync(Person person, CancellationToken ct)
    {
        if (acting.Actor.Kind == ActorKind.Shell) return null;
        if (person.IsHouseAdministrator) return House;
        if (await roles.OfAsync(acting.Me, ct) is not { } mine) return CommonErrors.SignInFirst;
        if (mine.HouseAdministrator) return null;
        var theirs = await db.Memberships.AsNoTracking().Where(m => m.Person == person.Id).Select(m => new { m.Site, m.Roles }).ToListAsync(ct);
        return theirs.Any(m => m.Roles.Length > 0 && !mine.In(m.Site).Contains(Role.Administrator)) ? Elsewhere : null;
    }
}

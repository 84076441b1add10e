using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>An administrator makes a new one-time link for a member of the site who lost the password; earlier links stop working when it is used. Error: NotFound for somebody who is no member.</summary>
[Requires(Permission.AdministerSite)]
public sealed record IssueSignInLink(SiteId Site, PersonId Person) : ICommand<Invitation>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class IssueSignInLinkHandler(IQuestDb db, IAccounts accounts) : ICommandHandler<IssueSignInLink, Invitation>
{
    public async Task<Result<Invitation>> Handle(IssueSignInLink command, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.Person && db.Memberships.Any(m => m.Person == p.Id && m.Site == command.Site), ct);
        if (person is null) return CommonErrors.NotFound;
        // A house administrator's account opens every site: only another house administrator may renew it, through the shell.
        if (person.IsHouseAdministrator) return Error.Forbidden("person.house", "This person administers the house; their link is made in a shell of the service (person reset).");
        await accounts.PrepareAsync(person.Id, person.Email, person.Name, ct);
        return new Invitation(person.Id, await accounts.OneTimeTokenAsync(person.Id, ct));
    }
}

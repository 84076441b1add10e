using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator makes a new one-time link for a member of the site who lost the password; earlier links stop working when it is used.
/// Errors: NotFound for somebody who is no member, <c>person.suspended</c>, <c>person.house</c>, <c>person.elsewhere</c>.
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record IssueSignInLink(SiteId Site, PersonId Person) : ICommand<Invitation>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class IssueSignInLinkHandler(IQuestDb db, IAccounts accounts, SignInLinks links) : ICommandHandler<IssueSignInLink, Invitation>
{
    public async Task<Result<Invitation>> Handle(IssueSignInLink command, CancellationToken ct)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == command.Person && db.Memberships.Any(m => m.Person == p.Id && m.Site == command.Site), ct);
        if (person is null) return CommonErrors.NotFound;
        if (await links.WhyNotAsync(person, ct) is { } why) return why;
        if (person.NoteLink().Error is { } suspended) return suspended;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (AlreadyDoneException)
        {
            // Pressed twice: the answer the browser shows must hold a link as well.
        }
        await accounts.PrepareAsync(person.Id, person.Email, ct);
        return new Invitation(person.Id, await accounts.FreshStartTokenAsync(person.Id, ct));
    }
}

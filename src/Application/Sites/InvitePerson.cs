using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator gives a person roles on a site. Somebody new gets an account and a one-time link, shown once, and a mail with another one where mails are sent; the same form sent again shows a
/// link again. Somebody with a password keeps it and gets no link. Errors: address malformed, no role chosen (Invalid), <c>person.added_meanwhile</c>.
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record InvitePerson(SiteId Site, string Email, string Name, IReadOnlyList<Role> Roles) : ICommand<Invitation>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>Who was invited; the token is null for somebody who can sign in already, or whose link is for others to make.</summary>
public sealed record Invitation(PersonId Person, string? Token)
{
    /// <summary>A mail with a link of its own is on its way to them.</summary>
    public bool IsMailed { get; init; }
}

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(c => c.Email).EmailOfPerson();
        RuleFor(c => c.Name).NameOfPerson();
        RuleFor(c => c.Roles).NotEmpty().WithErrorCode("roles.missing").WithMessage("Choose at least one role.");
        RuleFor(c => c.Roles).Must(roles => roles is null || roles.All(Enum.IsDefined)).WithErrorCode("roles.unknown").WithMessage("There is no such role.");
    }
}

internal sealed class InvitePersonHandler(IQuestDb db, IAccounts accounts, SignInLinks links, MailOutbox outbox, IMail post, Acting acting, TimeProvider clock) : ICommandHandler<InvitePerson, Invitation>
{
    public async Task<Result<Invitation>> Handle(InvitePerson command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = Person.NormalEmail(command.Email);
        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email, ct);
        if (person is null) db.People.Add(person = Person.Add(PersonId.New(now), email, command.Name, houseAdministrator: false, now));
        // Who has a password needs no link, by mail or otherwise.
        var isKnown = await accounts.HasPasswordAsync(person.Id, ct);
        if (!isKnown) outbox.Put(Mail.Invite(MailId.New(now), email, await NameOfAsync(command.Site, ct), acting.Actor.Name, now));
        var membership = await db.Memberships.FirstOrDefaultAsync(m => m.Person == person.Id && m.Site == command.Site, ct);
        if (membership is null) db.Memberships.Add(Membership.Grant(MembershipId.New(now), person.Id, command.Site, command.Roles));
        else membership.SetRoles(membership.Roles.Concat(command.Roles));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return PersonRules.AddedMeanwhile;
        }
        catch (AlreadyDoneException)
        {
            // The button was pressed twice, and the browser shows this answer: it must hold the link as well.
            person = await db.People.AsNoTracking().FirstAsync(p => p.Email == email, ct);
        }

        // After the person is stored: an account without a person could sign in to nothing, a person without an account gets a link at the next try.
        await accounts.PrepareAsync(person.Id, person.Email, ct);
        var mayChoose = !await accounts.HasPasswordAsync(person.Id, ct) && await links.WhyNotAsync(person, ct) is null;
        return new Invitation(person.Id, mayChoose ? await accounts.OneTimeTokenAsync(person.Id, ct) : null) { IsMailed = post.IsSet && !isKnown };
    }

    private async Task<string> NameOfAsync(SiteId site, CancellationToken ct) => await db.Sites.AsNoTracking().Where(s => s.Id == site).Select(s => s.Name).FirstOrDefaultAsync(ct) ?? "Quest";
}

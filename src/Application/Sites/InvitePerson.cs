using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator gives a person roles on a site; somebody new gets an account and a one-time link, shown once. Somebody known keeps their
/// account and gets no link. Errors: address malformed, no role chosen (Invalid).
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record InvitePerson(SiteId Site, string Email, string Name, IReadOnlyList<Role> Roles) : ICommand<Invitation>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>Who was invited; the token is null for somebody who can sign in already.</summary>
public sealed record Invitation(PersonId Person, string? Token);

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator()
    {
        RuleFor(c => c.Email).Text("The address", Person.MaxEmail).EmailAddress().WithErrorCode("email.malformed").WithMessage("That is no email address.");
        RuleFor(c => c.Name).Text("The name", Person.MaxName).NotEmpty().WithMessage("Say the person’s name; colleagues see it.");
        RuleFor(c => c.Roles).NotEmpty().WithErrorCode("roles.missing").WithMessage("Choose at least one role.");
        RuleForEach(c => c.Roles).IsInEnum().OverridePropertyName("roles");
    }
}

internal sealed class InvitePersonHandler(IQuestDb db, IAccounts accounts, TimeProvider clock) : ICommandHandler<InvitePerson, Invitation>
{
    public async Task<Result<Invitation>> Handle(InvitePerson command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = Person.NormalEmail(command.Email);
        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email, ct);
        var isNew = person is null;
        if (person is null)
        {
            person = Person.Add(PersonId.New(now), email, command.Name, houseAdministrator: false, now);
            db.People.Add(person);
        }
        var membership = await db.Memberships.FirstOrDefaultAsync(m => m.Person == person.Id && m.Site == command.Site, ct);
        if (membership is null) db.Memberships.Add(Membership.Grant(MembershipId.New(now), person.Id, command.Site, command.Roles));
        else membership.SetRoles(membership.Roles.Concat(command.Roles));
        await db.SaveChangesAsync(ct);
        if (!isNew) return new Invitation(person.Id, null);

        // After the person is stored: an account without a person could sign in to nothing, a person without an account gets a link at the next try.
        await accounts.PrepareAsync(person.Id, person.Email, person.Name, ct);
        return new Invitation(person.Id, await accounts.OneTimeTokenAsync(person.Id, ct));
    }
}

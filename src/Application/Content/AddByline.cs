using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>An administrator adds a byline to a site: a name readers see, with or without an account. Errors: empty or over-long name, <c>byline.exists</c>, <c>byline.person</c> for somebody who is no member.</summary>
[Requires(Permission.AdministerSite)]
public sealed record AddByline(SiteId Site, string Name, string Description, PersonId? Person = null) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class AddBylineValidator : AbstractValidator<AddByline>
{
    public AddBylineValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", Byline.MaxName)
            .Must(n => n is null || Slug.From(n).Length > 0).WithErrorCode("name.missing").WithMessage("Give the byline a name with at least one letter or digit.");
        RuleFor(c => c.Description).Text("The description", Byline.MaxAbout);
    }
}

internal sealed class AddBylineHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<AddByline>
{
    private static readonly Error Exists = Error.Field("name", "byline.exists", "The site has a byline of this name already.");
    private static readonly Error Stranger = Error.Field("person", "byline.person", "This person is no member of the site. Invite them first, or leave the byline without a person.");

    public async Task<Result> Handle(AddByline command, CancellationToken ct)
    {
        var slug = Slug.From(command.Name);
        if (command.Person is { } person && !await db.Memberships.AnyAsync(m => m.Site == command.Site && m.Person == person, ct)) return Stranger;
        if (await db.Bylines.AnyAsync(b => b.Site == command.Site && b.Slug == slug, ct)) return Exists;
        db.Bylines.Add(Byline.Add(BylineId.New(clock.GetUtcNow()), command.Site, slug, command.Name, command.Description, command.Person));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return Exists;
        }
        return Result.Done;
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>
/// An administrator gives a byline another name, description or address. It holds at once for what is published from now on; what readers see already follows in the background, and the
/// former address leads to the new one. Errors: empty or over-long name, <c>slug.malformed</c>, <c>byline.exists</c>.
/// </summary>
/// <param name="Slug">Empty: it stays.</param>
[Requires(Permission.AdministerSite)]
public sealed record RenameByline(BylineId Byline, string Name, string Description, string Slug = "") : ICommand, IAbout<BylineId>
{
    public BylineId About => Byline;
}

internal sealed class RenameBylineValidator : AbstractValidator<RenameByline>
{
    public RenameBylineValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", Domain.Content.Byline.MaxName)
            .Must(n => Domain.Common.Slug.From(n).Length > 0).WithErrorCode("name.missing").WithMessage("Give the byline a name with at least one letter or digit.");
        RuleFor(c => c.Description).Text("The description", Domain.Content.Byline.MaxAbout);
        RuleFor(c => c.Slug).ShelfSlug();
    }
}

internal sealed class RenameBylineHandler(IQuestDb db) : ICommandHandler<RenameByline>
{
    private static readonly Error Exists = Error.Field("slug", "byline.exists", "Another byline of the site has this address.");

    public async Task<Result> Handle(RenameByline command, CancellationToken ct)
    {
        var byline = await db.Bylines.FirstOrDefaultAsync(b => b.Id == command.Byline, ct);
        if (byline is null) return CommonErrors.NotFound;
        var slug = command.Slug.Trim() is { Length: > 0 } other ? other : byline.Slug;
        if (slug != byline.Slug && await db.Bylines.AnyAsync(b => b.Site == byline.Site && b.Slug == slug, ct)) return Exists;
        byline.Rename(command.Name, slug, command.Description);
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

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator gives a category another name, another address, or both. It holds at once for what is published from now on; what readers see already follows in the background, and the
/// former address leads to the new one. Errors: empty or over-long name, <c>slug.malformed</c>, <c>category.exists</c>.
/// </summary>
/// <param name="Slug">Empty: it stays.</param>
[Requires(Permission.AdministerSite)]
public sealed record RenameCategory(CategoryId Category, string Name, string Slug = "") : ICommand, IAbout<CategoryId>
{
    public CategoryId About => Category;
}

internal sealed class RenameCategoryValidator : AbstractValidator<RenameCategory>
{
    public RenameCategoryValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", Domain.Sites.Category.MaxName)
            .Must(n => Domain.Common.Slug.From(n).Length > 0).WithErrorCode("name.missing").WithMessage("Give the category a name with at least one letter or digit.");
        RuleFor(c => c.Slug).ShelfSlug();
    }
}

internal sealed class RenameCategoryHandler(IQuestDb db) : ICommandHandler<RenameCategory>
{
    private static readonly Error Exists = Error.Field("slug", "category.exists", "Another category of the site has this address.");

    public async Task<Result> Handle(RenameCategory command, CancellationToken ct)
    {
        var category = await db.Categories.FirstOrDefaultAsync(c => c.Id == command.Category, ct);
        if (category is null) return CommonErrors.NotFound;
        var slug = command.Slug.Trim() is { Length: > 0 } other ? other : category.Slug;
        if (slug != category.Slug && await db.Categories.AnyAsync(c => c.Site == category.Site && c.Slug == slug, ct)) return Exists;
        category.Rename(command.Name, slug);
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

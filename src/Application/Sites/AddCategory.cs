using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>An administrator adds a category to a site; its slug comes from the name. Errors: empty or over-long name, <c>category.exists</c>.</summary>
[Requires(Permission.AdministerSite)]
public sealed record AddCategory(SiteId Site, string Name) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class AddCategoryValidator : AbstractValidator<AddCategory>
{
    public AddCategoryValidator() => RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", Category.MaxName)
        .Must(n => n is null || Slug.From(n).Length > 0).WithErrorCode("name.missing").WithMessage("Give the category a name with at least one letter or digit.");
}

internal sealed class AddCategoryHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<AddCategory>
{
    private static readonly Error Exists = Error.Field("name", "category.exists", "The site has a category of this name already.");

    public async Task<Result> Handle(AddCategory command, CancellationToken ct)
    {
        var slug = Slug.From(command.Name);
        if (await db.Categories.AnyAsync(c => c.Site == command.Site && c.Slug == slug, ct)) return Exists;
        db.Categories.Add(Category.Add(CategoryId.New(clock.GetUtcNow()), command.Site, slug, command.Name));
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

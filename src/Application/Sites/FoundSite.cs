using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>A house administrator makes a site. Error: <c>site.slug_taken</c>.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record FoundSite(SiteId Id, string Slug, string Name, string Strapline, string Locale = "en") : ICommand;

internal sealed class FoundSiteValidator : AbstractValidator<FoundSite>
{
    public FoundSiteValidator()
    {
        RuleFor(c => c.Slug).Must(s => s is not null && s.Length <= Site.MaxSlug && Slug.IsValid(s)).WithErrorCode("slug.malformed").WithMessage($"A slug has lower-case letters, digits and hyphens, at most {Site.MaxSlug}.");
        RuleFor(c => c.Name).Text("The name", Site.MaxName).NotEmpty().WithMessage("Give the site a name.");
        RuleFor(c => c.Strapline).Text("The strapline", 300);
        RuleFor(c => c.Locale).Text("The language", 20);
    }
}

internal sealed class FoundSiteHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<FoundSite>
{
    public async Task<Result> Handle(FoundSite command, CancellationToken ct)
    {
        if (await db.Sites.AnyAsync(s => s.Slug == command.Slug && s.Id != command.Id, ct)) return Error.Field("slug", "site.slug_taken", "Another site has this slug.");
        db.Sites.Add(Site.Found(command.Id, command.Slug, command.Name, command.Strapline, command.Locale, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

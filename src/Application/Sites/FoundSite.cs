using System.Collections.Frozen;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>A house administrator makes a site; its slug stays for good. Errors: <c>slug.malformed</c>, <c>slug.reserved</c>, <c>site.slug_taken</c>.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record FoundSite(SiteId Id, string Slug, string Name, string Strapline, string Locale = "en") : ICommand
{
    /// <summary>First parts of addresses that belong to the house, now or one day; a site of that name would hide them.</summary>
    public static readonly FrozenSet<string> ReservedSlugs = new[]
    {
        "about", "account", "admin", "api", "apple-touch-icon", "assets", "css", "docs", "error", "favicon", "feed", "feeds", "fonts", "health", "help", "home", "house",
        "icons", "images", "img", "index", "js", "legal", "lib", "live", "login", "logout", "mcp", "media", "new", "openapi", "preview", "privacy", "public", "quest", "robots",
        "search", "settings", "sign-in", "sign-out", "sitemap", "sites", "static", "status", "studio", "support", "terms", "uploads", "webhooks", "well-known", "www",
    }.ToFrozenSet();
}

internal sealed class FoundSiteValidator : AbstractValidator<FoundSite>
{
    public FoundSiteValidator()
    {
        RuleFor(c => c.Slug).Cascade(CascadeMode.Stop)
            .Must(s => s is not null && s.Length <= Site.MaxSlug && Slug.IsValid(s)).WithErrorCode("slug.malformed").WithMessage($"A slug has lower-case letters, digits and single hyphens between them, at most {Site.MaxSlug} characters.")
            .Must(s => !FoundSite.ReservedSlugs.Contains(s)).WithErrorCode("slug.reserved").WithMessage("This word is kept for the house's own addresses. Choose another slug.");
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", Site.MaxName).Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("name.missing").WithMessage("Give the site a name.");
        RuleFor(c => c.Strapline).Text("The strapline", Site.MaxStrapline);
        RuleFor(c => c.Locale).Matches(SiteLocale.Pattern).WithErrorCode(SiteLocale.Code).WithMessage(SiteLocale.Message);
    }
}

internal sealed class FoundSiteHandler(IQuestDb db, TimeProvider clock) : ICommandHandler<FoundSite>
{
    private static readonly Error Taken = Error.Field("slug", "site.slug_taken", "Another site has this slug.");

    public async Task<Result> Handle(FoundSite command, CancellationToken ct)
    {
        if (await db.Sites.AnyAsync(s => s.Slug == command.Slug && s.Id != command.Id, ct)) return Taken;
        db.Sites.Add(Site.Found(command.Id, command.Slug, command.Name, command.Strapline, command.Locale, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return Taken;
        }
        return Result.Done;
    }
}

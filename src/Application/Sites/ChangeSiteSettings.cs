using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator says how the site is called and by whom it is read. Readers have it with the same save: closed for anonymous reading, feeds, pages and API answer nobody without
/// a key. Errors: no name, over-long texts, <c>locale.malformed</c>, <c>origins.malformed</c>, <c>origins.too_many</c>.
/// </summary>
/// <param name="Origins">One a line.</param>
[Requires(Permission.AdministerSite)]
public sealed record ChangeSiteSettings(SiteId Site, string Name, string Strapline, string Locale, bool AnonymousReading, string Origins, bool HasTaggedCdn) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeSiteSettingsValidator : AbstractValidator<ChangeSiteSettings>
{
    private const int MaxOrigins = SiteOrigins.Most * (SiteOrigins.MaxLength + 2);

    public ChangeSiteSettingsValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", Domain.Sites.Site.MaxName).Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("name.missing").WithMessage("Give the site a name.");
        RuleFor(c => c.Strapline).Text("The strapline", Domain.Sites.Site.MaxStrapline);
        RuleFor(c => c.Locale).Cascade(CascadeMode.Stop).NotNull().Matches(SiteLocale.Pattern).WithErrorCode(SiteLocale.Code).WithMessage(SiteLocale.Message);
        RuleFor(c => c.Origins).Text("The list of origins", MaxOrigins);
    }
}

internal sealed class ChangeSiteSettingsHandler(IQuestDb db) : ICommandHandler<ChangeSiteSettings>
{
    public async Task<Result> Handle(ChangeSiteSettings command, CancellationToken ct)
    {
        var origins = SiteOrigins.Read(command.Origins);
        if (origins.Error is { } refusal) return refusal;
        var site = await db.Sites.FirstOrDefaultAsync(s => s.Id == command.Site, ct);
        if (site is null) return CommonErrors.NotFound;
        site.Change(new SiteTerms(command.Name, command.Strapline, command.Locale, command.AnonymousReading, origins.Value, command.HasTaggedCdn));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

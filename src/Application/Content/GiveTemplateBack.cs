using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>An administrator gives a kind's own sections up: those of the house hold again, as they are now and as they will be. Where the site has none of its own nothing changes.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GiveTemplateBack(SiteId Site, ArticleKind Kind) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class GiveTemplateBackValidator : AbstractValidator<GiveTemplateBack>
{
    public GiveTemplateBackValidator() => RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the kinds.");
}

internal sealed class GiveTemplateBackHandler(IQuestDb db) : ICommandHandler<GiveTemplateBack>
{
    public async Task<Result> Handle(GiveTemplateBack command, CancellationToken ct)
    {
        var own = await db.SiteTemplates.FirstOrDefaultAsync(t => t.Site == command.Site && t.Kind == command.Kind, ct);
        if (own is null) return Result.Done;
        own.GiveBack();
        db.SiteTemplates.Remove(own);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

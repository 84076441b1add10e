using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>
/// A creator begins an article on a site: blank, or with the outline of its kind's template (origin <em>template</em>, frozen as its first revision).
/// The id comes with the form, so that a form sent twice begins one article. Errors: unknown category or byline (Invalid).
/// </summary>
[Requires(Permission.Write)]
public sealed record StartArticle(SiteId Site, ArticleId Id, string Title, ArticleKind Kind, CategoryId? Category, BylineId[] Bylines, string[] Tags, bool FromTemplate = false)
    : ICommand, IAbout<SiteId>, IBeginning
{
    public SiteId About => Site;
}

internal sealed class StartArticleValidator : AbstractValidator<StartArticle>
{
    public StartArticleValidator() => Include(new BeginningRules());
}

internal sealed class StartArticleHandler(IQuestDb db, ArticleStarter starter, RevisionFreezer freezer, Acting acting, TimeProvider clock) : ICommandHandler<StartArticle>
{
    public async Task<Result> Handle(StartArticle command, CancellationToken ct)
    {
        if (await db.Articles.AnyAsync(a => a.Id == command.Id, ct)) return Result.Done; // the same form again
        var now = clock.GetUtcNow();
        var started = await starter.StartAsync(command, command.FromTemplate ? (await db.TemplateOfAsync(command.Site, command.Kind, ct)).Outline() : "", now, ct);
        if (started.Error is { } refusal) return refusal;
        if (command.FromTemplate) await freezer.FreezeAsync(started.Value, Occasion.Template, new Origin(OriginKind.Template), acting.Me, now, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

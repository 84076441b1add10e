using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Whoever reads an article's drafts shows it to somebody who has no account, by a link that is in this answer and nowhere else. Errors: NotFound, also for a revision that the
/// article does not have; <c>preview.lasting</c>, <c>preview.too_many</c> over 50 open ones.
/// </summary>
/// <param name="Revision">Null: the text as it stands when the link is opened.</param>
/// <param name="Hours">1 to 336; an hour unless said.</param>
[Requires(Permission.ReadSite)]
public sealed record SharePreview(ArticleId Article, int? Revision = null, int Hours = 1) : ICommand<SharedPreview>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>A preview and the token that opens it, shown once.</summary>
public sealed record SharedPreview(PreviewLinkId Id, string Token, DateTimeOffset Until);

internal sealed class SharePreviewValidator : AbstractValidator<SharePreview>
{
    public SharePreviewValidator() => RuleFor(c => c.Hours).InclusiveBetween(1, (int)PreviewLink.Longest.TotalHours).WithErrorCode(PreviewErrors.Lasting.Code).WithMessage(PreviewErrors.Lasting.Message);
}

internal sealed class SharePreviewHandler(IQuestDb db, IPreviewTokens tokens, Acting acting, TimeProvider clock) : ICommandHandler<SharePreview, SharedPreview>
{
    private const int MostOpen = 50;

    public async Task<Result<SharedPreview>> Handle(SharePreview command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article && a.BinnedAt == null).Select(a => new { a.Site }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        if (command.Revision is { } number && !await db.Revisions.AnyAsync(r => r.Article == command.Article && r.Number == number, ct)) return ArticleErrors.NoSuchRevision;
        if (await db.PreviewLinks.CountAsync(p => p.Article == command.Article && p.RevokedAt == null && p.EndsAt > now, ct) >= MostOpen) return PreviewErrors.TooMany;
        var shared = PreviewLink.Share(PreviewLinkId.New(now), command.Article, article.Site, command.Revision, TimeSpan.FromHours(command.Hours), acting.Me, now);
        if (shared.Error is { } refusal) return refusal;
        db.PreviewLinks.Add(shared.Value);
        await db.SaveChangesAsync(ct);
        return new SharedPreview(shared.Value.Id, tokens.Sign(shared.Value.Id, shared.Value.EndsAt), shared.Value.EndsAt);
    }
}

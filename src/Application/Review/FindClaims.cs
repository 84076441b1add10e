using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>
/// Someone of the site has the claims of a text listed: at once those the rules find, and later those Claude finds, where it is asked. Errors: NotFound; Unavailable
/// with a sentence when Claude can't be asked, is switched off, or a limit is reached; <c>claims.no_text</c>.
/// </summary>
/// <param name="Revision">Null for the working copy.</param>
/// <param name="Ask">The request to Claude; null for the rules alone.</param>
[Requires(Permission.ReadSite)]
public sealed record FindClaims(ArticleId Article, int? Revision, GenerationId? Ask) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class FindClaimsHandler(IQuestDb db, ClaimKeeper keeper, GenerationStarter starter, TimeProvider clock) : ICommandHandler<FindClaims>
{
    private static readonly Error NoText = Error.Invalid("claims.no_text", "There is no text yet in which anything could be checked.");

    public async Task<Result> Handle(FindClaims command, CancellationToken ct)
    {
        if (command.Ask is { } asked && await db.Generations.AnyAsync(g => g.Id == asked, ct)) return Result.Done; // the same form again
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var content = command.Revision is not { } number ? article.Working
            : await db.Revisions.AsNoTracking().Where(r => r.Article == command.Article && r.Number == number).Select(r => r.Content).FirstOrDefaultAsync(ct);
        if (content is null) return CommonErrors.NotFound;
        var text = ClaimText.Of(content);
        if (string.IsNullOrWhiteSpace(text)) return NoText;

        await keeper.KeepAsync(article.Id, article.Site, text, command.Revision, ClaimFinder.In(text), null, clock.GetUtcNow(), ct);
        if (command.Ask is { } id)
        {
            // Whoever asks again for the same text wants another look, not the same one.
            var anew = await db.Generations.AnyAsync(g => g.Article == article.Id && g.Kind == GenerationKind.Claims, ct);
            var asking = new Asking(id, article.Site, article.Id, content.Title, content.Kind, GenerationKind.Claims, new Brief { Context = text }, 0, 0, anew) { Revision = command.Revision };
            if (await starter.StartAsync(asking, ct) is { } refusal) return refusal;
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

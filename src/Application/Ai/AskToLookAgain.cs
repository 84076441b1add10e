using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// Who recalled what came from a model, a prompt or a source marks an article to be looked at again because of it. The article stays as it is, for readers too. Marked again for the same origin while that is open,
/// nothing is added. Errors: NotFound, words over their limits.
/// </summary>
[Requires(Permission.Recall)]
public sealed record AskToLookAgain(ArticleId Article, LookAgainId Id, RecallBy By, string Value, string Why) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;

    /// <summary>As "the prompt draft/2".</summary>
    internal static string Origin(RecallBy by, string value) => $"the {by.ToString().ToLowerInvariant()} {value.Trim()}";
}

internal sealed class AskToLookAgainValidator : AbstractValidator<AskToLookAgain>
{
    public AskToLookAgainValidator()
    {
        RuleFor(c => c.By).IsInEnum().WithMessage("Choose by what to look.");
        RuleFor(c => c.Value).NotEmpty().WithErrorCode("recall.too_short").WithMessage("Say which one.");
        RuleFor(c => c.Value).Text("What to look for", RecallSentences.MostOfValue);
        RuleFor(c => c.Why).Text("What to look for", LookAgain.MaxWords);
    }
}

internal sealed class AskToLookAgainHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<AskToLookAgain>
{
    public async Task<Result> Handle(AskToLookAgain command, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article && a.BinnedAt == null).Select(a => new { a.Site }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var from = AskToLookAgain.Origin(command.By, command.Value);
        if (await db.LooksAgain.AnyAsync(l => l.Id == command.Id || (l.Article == command.Article && l.LookedAt == null && l.From == from), ct)) return Result.Done;
        db.LooksAgain.Add(LookAgain.Ask(command.Id, article.Site, command.Article, from, command.Why.Trim(), acting.Me, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

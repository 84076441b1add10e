using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A writer asks Claude: for a whole draft from a brief, or for a passage at a place in the text. Writes the row and the job; the words come later,
/// as a proposal, and nothing of the text changes. Errors: <c>article.frozen</c>; Unavailable with a sentence when Claude can't be asked.
/// </summary>
[Requires(Permission.Write)]
public sealed record AskClaude(ArticleId Article, GenerationId Id, GenerationKind Kind, Brief Brief, int Place, int Replaces) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class AskClaudeValidator : AbstractValidator<AskClaude>
{
    public AskClaudeValidator()
    {
        RuleFor(c => c.Brief).SetValidator(new BriefRules());
        RuleFor(c => c.Brief.Topic).NotEmpty().When(c => c.Kind == GenerationKind.Draft).WithErrorCode("topic.missing").WithMessage(BriefRules.TopicMissing);
        RuleFor(c => c.Brief.Instruction).NotEmpty().When(c => c.Kind == GenerationKind.Passage).WithErrorCode("instruction.missing").WithMessage("Say what Claude should do here.");
        RuleFor(c => c.Place).GreaterThanOrEqualTo(0);
        RuleFor(c => c.Replaces).GreaterThanOrEqualTo(0);
    }
}

internal sealed class AskClaudeHandler(IQuestDb db, Acting acting, IWriter writer, WriterModels models, IJobQueue jobs, TimeProvider clock) : ICommandHandler<AskClaude>
{
    public async Task<Result> Handle(AskClaude command, CancellationToken ct)
    {
        if (await db.Generations.AnyAsync(g => g.Id == command.Id, ct)) return Result.Done; // the same form again
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article).Select(a => new { a.Site, a.State, a.ArchivedAt, a.BinnedAt }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.State == WorkingState.InReview) return ArticleErrors.Frozen;
        if (article.ArchivedAt is not null) return ArticleErrors.InTheArchive;
        if (article.BinnedAt is not null) return ArticleErrors.InTheBin;
        if (writer.Unavailable is { } unavailable) return unavailable;

        var now = clock.GetUtcNow();
        var generation = Generation.Request(command.Id, article.Site, command.Article, command.Kind, command.Brief, command.Place, command.Replaces,
            Prompts.NameOf(command.Kind), models.Default, acting.Me, now);
        db.Generations.Add(generation);
        jobs.Enqueue(JobKind.RunGeneration, generation.Id.Value, now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// Someone of the site asks Claude to assess one revision by the site's rubric: the whole text, never a part of it. Writes the row and the job; the assessment
/// comes later and is advice. Errors: NotFound; Unavailable with a sentence when Claude can't be asked, is switched off, or a limit is reached.
/// </summary>
[Requires(Permission.ReadSite)]
public sealed record AssessRevision(ArticleId Article, int Revision, GenerationId Id) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class AssessRevisionHandler(IQuestDb db, GenerationStarter starter) : ICommandHandler<AssessRevision>
{
    public async Task<Result> Handle(AssessRevision command, CancellationToken ct)
    {
        if (await db.Generations.AnyAsync(g => g.Id == command.Id, ct)) return Result.Done; // the same form again
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Article == command.Article && r.Number == command.Revision, ct);
        if (revision is null) return CommonErrors.NotFound;
        var site = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article).Select(a => a.Site).FirstAsync(ct);
        var rubric = await db.Rubrics.AsNoTracking().FirstOrDefaultAsync(r => r.Site == site, ct) ?? Rubric.Of(site);

        var content = revision.Content;
        var brief = new Brief { Topic = content.Summary, Instruction = RubricText.Of(rubric.Criteria), Context = content.Body };
        // Whoever asks although an assessment stands there wants another one.
        var anew = await db.Assessments.AnyAsync(a => a.Article == command.Article && a.Revision == command.Revision, ct);
        var asking = new Asking(command.Id, site, command.Article, content.Title, content.Kind, GenerationKind.Assessment, brief, 0, 0, anew) { Revision = command.Revision };
        if (await starter.StartAsync(asking, ct) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>An administrator says by what pieces are assessed: one criterion on each line, what to look at behind a colon. Errors: <c>rubric.count</c>, <c>rubric.length</c>, <c>rubric.twice</c>.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeRubric(SiteId Site, string Criteria) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeRubricValidator : AbstractValidator<ChangeRubric>
{
    public ChangeRubricValidator() => RuleFor(c => c.Criteria).Text("The rubric", Rubric.MostCriteria * (Rubric.MaxName + Rubric.MaxGuidance + 4));
}

internal sealed class ChangeRubricHandler(IQuestDb db) : ICommandHandler<ChangeRubric>
{
    public async Task<Result> Handle(ChangeRubric command, CancellationToken ct)
    {
        var rubric = await db.Rubrics.FirstOrDefaultAsync(r => r.Site == command.Site, ct);
        if (rubric is null) db.Rubrics.Add(rubric = Rubric.Of(command.Site));
        var changed = rubric.Change(RubricText.Read(command.Criteria));
        if (changed.Error is not null) return changed;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

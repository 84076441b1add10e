using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>
/// An administrator says how much of Claude a site may use: US dollars a month for all and for each person (null: no limit), requests at once. What is on its
/// way is not touched. Errors: <c>allowance.amount</c>, <c>allowance.at_once</c>.
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeAllowance(SiteId Site, decimal? PerMonth, decimal? PerPersonAndMonth, int AtOnce, int AtOncePerPerson) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeAllowanceHandler(IQuestDb db) : ICommandHandler<ChangeAllowance>
{
    public async Task<Result> Handle(ChangeAllowance command, CancellationToken ct)
    {
        var allowance = await db.Allowances.FirstOrDefaultAsync(a => a.Site == command.Site, ct);
        if (allowance is null) db.Allowances.Add(allowance = Allowance.Of(command.Site));
        var changed = allowance.Change(command.PerMonth, command.PerPersonAndMonth, command.AtOnce, command.AtOncePerPerson);
        if (changed.Error is not null) return changed;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

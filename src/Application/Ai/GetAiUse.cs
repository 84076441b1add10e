using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What a site asked of Claude since the month began (UTC): by person, kind and model, with what it cost, how often it went well, how long it took; and the limits.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GetAiUse(SiteId Site) : IQuery<AiUse>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="Spent">US dollars of what ended.</param>
/// <param name="Reserved">US dollars set aside for what runs.</param>
/// <param name="IsPriced">False when no price is set: costs are then unknown and tokens are what there is.</param>
/// <param name="NotAsked">Why Claude can't be asked at all just now.</param>
/// <param name="Off">The reason it is switched off in the house; null when it is on.</param>
public sealed record AiUse(DateTimeOffset Since, decimal Spent, decimal Reserved, bool IsPriced, decimal? PerMonth, decimal? PerPersonAndMonth, int AtOnce, int AtOncePerPerson,
    IReadOnlyList<AiUseLine> ByPerson, IReadOnlyList<AiUseLine> ByKind, IReadOnlyList<AiUseLine> ByModel, string? NotAsked, string? Off);

/// <param name="Seconds">From asking to the end, on average; null when nothing ended.</param>
public sealed record AiUseLine(string Name, int Asked, int Whole, int Taken, int InputTokens, int OutputTokens, decimal? Cost, int? Seconds);

internal sealed class GetAiUseHandler(IQuestDb db, IWriter writer, TimeProvider clock) : IQueryHandler<GetAiUse, AiUse>
{
    public async Task<Result<AiUse>> Handle(GetAiUse query, CancellationToken ct)
    {
        var since = GenerationStarter.MonthOf(clock.GetUtcNow());
        var groups = await db.Generations.AsNoTracking().Where(g => g.Site == query.Site && g.RequestedAt >= since && g.Agent == null && g.Prompt != Generation.BroughtPrompt)
            .GroupBy(g => new { g.RequestedBy, g.RequestedByKey, g.Kind, g.Model })
            .Select(all => new Group(all.Key.RequestedBy, all.Key.RequestedByKey, all.Key.Kind, all.Key.Model, all.Count(), all.Count(g => g.State == GenerationState.Finished), all.Count(g => g.Proposal == ProposalState.Taken),
                all.Count(g => g.EndedAt != null), all.Sum(g => g.InputTokens), all.Sum(g => g.OutputTokens), all.Sum(g => g.Cost), all.Count(g => g.Cost != null),
                all.Sum(g => g.EndedAt == null ? g.Reserved ?? 0 : 0), all.Sum(g => g.EndedAt == null ? 0 : (g.EndedAt.Value - g.RequestedAt).TotalSeconds)))
            .ToListAsync(ct);
        var names = await NamesOfDoers.ReadAsync(db, groups.Select(g => Who.Of(g.Person, g.Key)), ct);
        var allowance = await db.Allowances.AsNoTracking().FirstOrDefaultAsync(a => a.Site == query.Site, ct) ?? Allowance.Of(query.Site);
        var off = await db.AiSwitches.AsNoTracking().Where(s => s.IsOff).Select(s => s.Reason).FirstOrDefaultAsync(ct);
        return new AiUse(since, groups.Sum(g => g.Cost ?? 0), groups.Sum(g => g.Reserved), groups.Count == 0 || groups.Any(g => g.Priced > 0), allowance.PerMonth, allowance.PerPersonAndMonth, allowance.AtOnce, allowance.AtOncePerPerson,
            Lines(groups, g => names.Of(g.Person, g.Key)!.Name), Lines(groups, g => g.Kind.ToString()), Lines(groups, g => g.Model), writer.Unavailable?.Message, off);
    }

    private static List<AiUseLine> Lines(List<Group> groups, Func<Group, string> by) => [.. groups.GroupBy(by)
        .Select(g => new AiUseLine(g.Key, g.Sum(x => x.Asked), g.Sum(x => x.Whole), g.Sum(x => x.Taken), g.Sum(x => x.InputTokens), g.Sum(x => x.OutputTokens),
            g.Any(x => x.Priced > 0) ? g.Sum(x => x.Cost ?? 0) : null, g.Sum(x => x.Ended) is > 0 and var ended ? (int)Math.Round(g.Sum(x => x.Seconds) / ended) : null))
        .OrderByDescending(l => l.Cost ?? 0).ThenByDescending(l => l.Asked).ThenBy(l => l.Name, StringComparer.Ordinal)];

    private sealed record Group(PersonId? Person, SiteKeyId? Key, GenerationKind Kind, string Model, int Asked, int Whole, int Taken, int Ended, int InputTokens, int OutputTokens, decimal? Cost, int Priced, decimal Reserved, double Seconds);
}

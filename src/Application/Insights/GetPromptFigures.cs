using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Insights;

/// <summary>
/// What came of each prompt version in the whole house in the last 90 days: how often it was asked, finished, taken, left, what it cost; and of the newest 40 proposals taken of each, how many of
/// their words still stand and whether the piece was approved at its first review after.
/// </summary>
/// <param name="Prompts">Names and versions, as <c>draft/2</c>.</param>
[Requires(Permission.AdministerHouse)]
public sealed record GetPromptFigures(IReadOnlyList<string> Prompts) : IQuery<IReadOnlyList<PromptFigures>>;

/// <param name="Words">Of the proposals looked at, in the revision that took them; <paramref name="Standing"/>: in the newest revision of the same pieces.</param>
/// <param name="Reviewed">Pieces looked at that were decided on after; <paramref name="Approved"/>: at the first decision.</param>
/// <param name="Cost">US dollars, the mean of what was priced; null without a price.</param>
/// <param name="Tokens">Read and written, the mean.</param>
/// <param name="FirstWord">Seconds from asking to the first word, the mean of the answers that had one; null where none had.</param>
/// <param name="Seconds">From asking to the end, the mean.</param>
public sealed record PromptFigures(string Prompt, int Asked, int Finished, int Taken, int Left, int Words, int Standing, int Reviewed, int Approved, decimal? Cost, int? Tokens, double? FirstWord, int? Seconds);

internal sealed class GetPromptFiguresHandler(IQuestDb db, TimeProvider clock) : IQueryHandler<GetPromptFigures, IReadOnlyList<PromptFigures>>
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(90);
    private const int LookedAt = 40;

    public async Task<Result<IReadOnlyList<PromptFigures>>> Handle(GetPromptFigures query, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Period;
        var sums = await db.Generations.AsNoTracking().Where(g => query.Prompts.Contains(g.Prompt) && g.RequestedAt >= since).GroupBy(g => g.Prompt)
            .Select(all => new
            {
                Prompt = all.Key,
                Asked = all.Count(),
                Finished = all.Count(g => g.State == GenerationState.Finished),
                Taken = all.Count(g => g.Proposal == ProposalState.Taken),
                Left = all.Count(g => g.Proposal == ProposalState.Left),
                // An answer that stood in for the same request cost nothing and took no time.
                Cost = all.Where(g => g.CopiedFrom == null).Average(g => g.Cost),
                Tokens = all.Where(g => g.CopiedFrom == null && g.EndedAt != null).Average(g => (double?)(g.InputTokens + g.OutputTokens)),
                FirstWord = all.Where(g => g.FirstWordAt != null).Average(g => (double?)(g.FirstWordAt!.Value - g.RequestedAt).TotalSeconds),
                Seconds = all.Where(g => g.CopiedFrom == null && g.EndedAt != null).Average(g => (double?)(g.EndedAt!.Value - g.RequestedAt).TotalSeconds),
            }).ToDictionaryAsync(s => s.Prompt, ct);
        var figures = new List<PromptFigures>();
        foreach (var prompt in query.Prompts)
        {
            if (!sums.TryGetValue(prompt, out var sum))
            {
                figures.Add(new PromptFigures(prompt, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null));
                continue;
            }
            var (words, standing, reviewed, approved) = sum.Taken == 0 ? default : await LookAsync(prompt, since, ct);
            figures.Add(new PromptFigures(prompt, sum.Asked, sum.Finished, sum.Taken, sum.Left, words, standing, reviewed, approved, sum.Cost, (int?)sum.Tokens, sum.FirstWord, (int?)sum.Seconds));
        }
        return figures;
    }

    private async Task<(int Words, int Standing, int Reviewed, int Approved)> LookAsync(string prompt, DateTimeOffset since, CancellationToken ct)
    {
        var taken = await db.Generations.AsNoTracking().Where(g => g.Prompt == prompt && g.RequestedAt >= since && g.Proposal == ProposalState.Taken).OrderByDescending(g => g.RequestedAt).Take(LookedAt)
            .Join(db.Revisions, g => new { g.Article, Number = g.TakenInRevision ?? 0 }, r => new { r.Article, r.Number }, (g, r) => new { g.Id, g.Article, r.Number, r.Authorship }).ToListAsync(ct);
        var pieces = taken.Select(t => t.Article).Distinct().ToList();
        var newest = await db.Articles.AsNoTracking().Where(a => pieces.Contains(a.Id))
            .Join(db.Revisions, a => new { Article = a.Id, Number = a.LastRevision }, r => new { r.Article, r.Number }, (a, r) => new { r.Article, r.Authorship }).ToDictionaryAsync(r => r.Article, r => r.Authorship, ct);
        var decided = await db.Decisions.AsNoTracking().Where(d => pieces.Contains(d.Article) && d.Kind == DecisionKind.Review).Select(d => new { d.Article, d.Revision, d.Verdict, d.DecidedAt }).ToListAsync(ct);
        var first = taken.GroupBy(t => t.Article, t => t.Number).Select(t => decided.Where(d => d.Article == t.Key && d.Revision >= t.Min()).MinBy(d => d.DecidedAt)).Where(d => d is not null).ToList();
        return (taken.Sum(t => t.Authorship.WordsOf(OriginKind.Generation, t.Id.Value)), taken.Sum(t => newest.GetValueOrDefault(t.Article, Authorship.Empty).WordsOf(OriginKind.Generation, t.Id.Value)),
            first.Count, first.Count(d => d!.Verdict == Verdict.Approved));
    }
}

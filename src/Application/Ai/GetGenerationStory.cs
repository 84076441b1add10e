using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>One request to Claude with everything that is recorded of it: what was asked and with what, what came, what became of it, what it cost. Error: NotFound.</summary>
[Requires(Permission.ReadSite), OpenToKeys(Permission.PreviewAsAgent)]
public sealed record GetGenerationStory(GenerationId Generation) : IQuery<GenerationStory>, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

/// <param name="Text">As it arrived.</param>
/// <param name="Changes">What a rewrite changed in meaning.</param>
/// <param name="Sources">The pages that were read for it.</param>
/// <param name="CopiedFrom">The earlier request whose answer stands here, not paid again.</param>
public sealed record GenerationStory(GenerationId Id, ArticleId Article, string Title, string By, DateTimeOffset At, DateTimeOffset? EndedAt, GenerationKind Kind, Brief Brief, string Prompt, string Model,
    GenerationState State, string? Say, string? StopReason, string Text, IReadOnlyList<MeaningChange> Changes, ProposalState Proposal, string? SettledBy, DateTimeOffset? SettledAt, int? TakenInRevision,
    int InputTokens, int OutputTokens, decimal? Reserved, decimal? Cost, GenerationId? CopiedFrom, IReadOnlyList<SourceRead> Sources)
{
    /// <summary>An agent brought it; nobody asked.</summary>
    public bool IsAgents { get; init; }
    /// <summary>Null where no word came, and for an answer copied or brought whole.</summary>
    public DateTimeOffset? FirstWordAt { get; init; }
}

/// <param name="Say">Why it could not be read; null when it was.</param>
public sealed record SourceRead(string Address, string Title, string Text, string? Say, DateTimeOffset At);

internal sealed class GetGenerationStoryHandler(IQuestDb db) : IQueryHandler<GetGenerationStory, GenerationStory>
{
    public async Task<Result<GenerationStory>> Handle(GetGenerationStory query, CancellationToken ct)
    {
        if (await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == query.Generation, ct) is not { } g) return GenerationErrors.NotFound;
        var title = await db.Articles.AsNoTracking().Where(a => a.Id == g.Article).Select(a => a.Working.Title).FirstAsync(ct);
        var sources = await db.Sources.AsNoTracking().Where(s => s.Generation == g.Id).OrderBy(s => s.Id).Select(s => new SourceRead(s.Address, s.Title, s.Text, s.Say, s.ReadAt)).ToListAsync(ct);
        var names = await NamesOfDoers.ReadAsync(db, [Who.Of(g.RequestedBy, g.RequestedByKey), Who.Of(g.SettledBy, null)], ct);
        return new GenerationStory(g.Id, g.Article, title.Length > 0 ? title : "Without a title", names.Of(g.RequestedBy, g.RequestedByKey)?.Name ?? g.Model, g.RequestedAt, g.EndedAt, g.Kind, g.Brief, g.Prompt, g.Model,
            g.State, g.Say, g.StopReason, g.Text, g.Replaces > 0 && g.HasEnded && g.Text.Length > 0 ? MeaningAlarm.After(g.Kind, g.Brief.Context, g.Text) : [],
            g.Proposal, names.Of(g.SettledBy, null)?.Name, g.SettledAt, g.TakenInRevision, g.InputTokens, g.OutputTokens, g.Reserved, g.Cost, g.CopiedFrom, sources)
        { IsAgents = g.Agent is not null, FirstWordAt = g.FirstWordAt };
    }
}

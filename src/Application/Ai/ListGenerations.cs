using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What was asked of Claude on a site, newest first, by key; null leaves a field open. Error: a malformed place (Invalid).</summary>
/// <param name="Prompt">Name and version, as <c>draft/1</c>.</param>
/// <param name="Size">1 to 100.</param>
/// <param name="After">The place to go on from: <see cref="Page{T}.Next"/> of the page before.</param>
[Requires(Permission.ReadSite), OpenToKeys(Permission.PreviewAsAgent)]
public sealed record ListGenerations(SiteId Site, ArticleId? Article, string? Model, string? Prompt, string? After, int Size = 50) : IQuery<Page<ListedGeneration>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>One request: who asked for what, on which article, with which prompt and model, how it ended, what became of it and what it cost (US dollars; null without a price).</summary>
public sealed record ListedGeneration(GenerationId Id, ArticleId Article, string Title, string By, DateTimeOffset At, GenerationKind Kind, string Asked, string Prompt, string Model,
    GenerationState State, ProposalState Proposal, int? TakenInRevision, int Tokens, decimal? Cost, bool IsCopied);

internal sealed class ListGenerationsValidator : AbstractValidator<ListGenerations>
{
    private const int MaxName = 100;

    public ListGenerationsValidator()
    {
        RuleFor(q => q.Model ?? "").Text("The model", MaxName).OverridePropertyName("model");
        RuleFor(q => q.Prompt ?? "").Text("The prompt", MaxName).OverridePropertyName("prompt");
        RuleFor(q => q.Size).InclusiveBetween(1, 100);
        RuleFor(q => q.After).Must(a => a is null || ListGenerationsHandler.Place(a) is not null).WithErrorCode("after.malformed").WithMessage("This address of a page is cut off. Begin at the first page.");
    }
}

internal sealed class ListGenerationsHandler(IQuestDb db) : IQueryHandler<ListGenerations, Page<ListedGeneration>>
{
    public async Task<Result<Page<ListedGeneration>>> Handle(ListGenerations query, CancellationToken ct)
    {
        var all = db.Generations.AsNoTracking().Where(g => g.Site == query.Site);
        if (query.Article is { } article) all = all.Where(g => g.Article == article);
        if (query.Model is { Length: > 0 } model) all = all.Where(g => g.Model == model);
        if (query.Prompt is { Length: > 0 } prompt) all = all.Where(g => g.Prompt == prompt);
        if (query.After is { } after && Place(after) is var (at, id)) all = all.Where(g => g.RequestedAt <= at && (g.RequestedAt < at || g.Id < id));
        var found = await all.OrderByDescending(g => g.RequestedAt).ThenByDescending(g => g.Id).Take(query.Size + 1)
            .Join(db.Articles, g => g.Article, a => a.Id, (g, a) => new { g, a.Working.Title })
            .Select(x => new { x.g.Id, x.g.Article, x.Title, Name = db.People.Where(p => p.Id == x.g.RequestedBy).Select(p => p.Name).FirstOrDefault() ?? (db.SiteKeys.Where(k => k.Id == x.g.RequestedByKey).Select(k => "agent " + k.Name).FirstOrDefault() ?? x.g.Model), x.g.RequestedAt, x.g.Kind, x.g.Brief, x.g.Prompt, x.g.Model, x.g.State, x.g.Proposal, x.g.TakenInRevision, Tokens = x.g.InputTokens + x.g.OutputTokens, x.g.Cost, IsCopied = x.g.CopiedFrom != null })
            .OrderByDescending(x => x.RequestedAt).ThenByDescending(x => x.Id).ToListAsync(ct);
        var shown = found.Take(query.Size).Select(x => new ListedGeneration(x.Id, x.Article, x.Title.Length > 0 ? x.Title : "Without a title", x.Name, x.RequestedAt, x.Kind,
            AskedInWords.Of(x.Kind, x.Brief), x.Prompt, x.Model, x.State, x.Proposal, x.TakenInRevision, x.Tokens, x.Cost, x.IsCopied)).ToList();
        return new Page<ListedGeneration>(shown, found.Count > query.Size ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].At.UtcTicks}_{shown[^1].Id.Value:N}") : null);
    }

    internal static (DateTimeOffset At, GenerationId Id)? Place(string after)
    {
        var parts = after.Split('_');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out var id) ? (new DateTimeOffset(ticks, TimeSpan.Zero), GenerationId.From(id)) : null;
    }
}

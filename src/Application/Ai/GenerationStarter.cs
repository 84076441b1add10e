using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What a person asks for, whichever way.</summary>
/// <param name="Anew">Asked again on purpose: an earlier answer to the same request does not stand in.</param>
internal sealed record Asking(GenerationId Id, SiteId Site, ArticleId Article, string Title, ArticleKind ArticleKind, GenerationKind Kind, Brief Brief, int Place, int Replaces, bool Anew = false)
{
    /// <summary>The revision to be assessed.</summary>
    public int? Revision { get; init; }
}

/// <summary>
/// Adds a generation and its job, with the money it may cost set aside; used by every use case that asks Claude. It saves nothing itself. Errors, each with a
/// sentence for the writer: Unavailable when Claude can't be asked, is switched off, or the site's or the person's limits are reached.
/// </summary>
internal sealed class GenerationStarter(IQuestDb db, Acting acting, IWriter writer, WriterModels models, ModelPricing pricing, IJobQueue jobs, TimeProvider clock)
{
    // A token is about four characters of English; three leave room for other languages.
    internal const int CharactersPerToken = 3;

    public async Task<Error?> StartAsync(Asking asking, CancellationToken ct)
    {
        if ((await db.AiSwitches.AsNoTracking().FirstOrDefaultAsync(ct))?.Refusal is { } off) return off;
        if (writer.Unavailable is { } unavailable) return unavailable;

        var now = clock.GetUtcNow();
        var style = asking.Kind is GenerationKind.Assessment or GenerationKind.Claims ? null : await db.HouseStyles.AsNoTracking().FirstOrDefaultAsync(s => s.Site == asking.Site, ct);
        var sections = asking.Kind is GenerationKind.Draft or GenerationKind.Outline
            ? (await db.SiteTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Site == asking.Site && t.Kind == asking.ArticleKind, ct))?.Sections ?? [] : [];
        var brief = asking.Brief with { Style = style?.InWords() ?? "", Sections = TemplateSection.InLines(sections) };
        var generation = Make(asking with { Brief = brief }, await db.RunningAsync(asking.Kind, ct), await pricing.LoadAsync(ct), now);
        var allowance = await db.Allowances.AsNoTracking().FirstOrDefaultAsync(a => a.Site == asking.Site, ct) ?? Allowance.Of(asking.Site);
        if (allowance.Refuse(await SpendingAsync(db, asking.Site, acting.Who, now, ct), generation.Reserved) is { } refusal) return refusal;

        db.Generations.Add(generation);
        jobs.Enqueue(JobKind.RunGeneration, generation.Id.Value, now);
        return null;
    }

    /// <summary>What was spent this month (UTC) and runs now.</summary>
    public static async Task<Spending> SpendingAsync(IQuestDb db, SiteId site, Who who, DateTimeOffset now, CancellationToken ct)
    {
        var (month, person, key) = (MonthOf(now), who.Person, who.Key);
        return await db.Generations.AsNoTracking().Where(g => g.Site == site && g.RequestedAt >= month).GroupBy(_ => 1)
            .Select(all => new Spending(
                all.Sum(g => (g.EndedAt == null ? g.Reserved : g.Cost) ?? 0),
                all.Sum(g => g.RequestedBy == person && g.RequestedByKey == key && g.Agent == null ? (g.EndedAt == null ? g.Reserved : g.Cost) ?? 0 : 0),
                all.Count(g => g.EndedAt == null),
                all.Count(g => g.EndedAt == null && g.RequestedBy == person && g.RequestedByKey == key && g.Agent == null)))
            .FirstOrDefaultAsync(ct) ?? Spending.None;
    }

    public static DateTimeOffset MonthOf(DateTimeOffset now) => new(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private Generation Make(Asking asking, string prompt, PricesThatHold prices, DateTimeOffset now)
    {
        Generation With(decimal? reserved, string? fingerprint) => Generation.Request(asking.Id, asking.Site, asking.Article, asking.Kind, asking.Brief, asking.Place, asking.Replaces,
            prompt, models.Default, acting.Who, now, reserved, fingerprint, asking.Revision);
        var request = Prompts.For(With(null, null), asking.Title, asking.ArticleKind);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Model}\n{request.MaxTokens}\n{request.System}\n{request.Prompt}\n{asking.Brief.Picture}")));
        return With(prices.CostOf(request.Model, (request.System.Length + request.Prompt.Length + SourceReading.MostCharacters(asking.Brief) + (asking.Brief.Picture.Length > 0 ? PictureShowing.Characters : 0)) / CharactersPerToken, request.MaxTokens, now), asking.Anew ? null : fingerprint);
    }
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Ai;

/// <summary>Where a cover is made: the present one, the pictures asked for, newest first (at most twelve), the words Claude suggested, and why something can't be asked. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetCoverDesk(ArticleId Article) : IQuery<CoverDesk>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <param name="Words">What the form begins with: Claude's newest words, else those of the last picture, else nothing.</param>
/// <param name="Suggesting">Claude is writing words just now.</param>
/// <param name="SuggestionSay">Why the last words did not come.</param>
/// <param name="NoPictures">Why pictures can't be asked for; null when they can.</param>
/// <param name="NoWords">Why Claude can't be asked for words; null when it can.</param>
/// <param name="UsualPrice">US dollars a picture; null where no price is set.</param>
public sealed record CoverDesk(string Title, bool MayWrite, bool HasText, CoverShown? Cover, IReadOnlyList<PaintedPicture> Pictures, string Words, GenerationId? Suggesting, string? SuggestionSay,
    string? NoPictures, string? NoWords, string UsualModel, string FastModel, decimal? UsualPrice, decimal? FastPrice)
{
    /// <summary>What Claude says that the present cover shows; null when it was never asked of it.</summary>
    public AltTextsShown? AltTexts { get; init; }
}

/// <param name="Lines">To choose from; empty while they are being written.</param>
/// <param name="Say">Why none came.</param>
public sealed record AltTextsShown(GenerationId Id, bool IsRunning, IReadOnlyList<string> Lines, string? Say);

/// <param name="Address">Of a rendition 800 pixels wide.</param>
public sealed record CoverShown(AssetId Asset, string Address, string AltText, AssetOrigin Origin);

/// <summary>One picture that was asked for, whatever became of it.</summary>
/// <param name="Picture">Null until it is in the library.</param>
public sealed record PaintedPicture(GenerationId Id, string Words, string Style, string Model, DateTimeOffset At, GenerationState State, ProposalState Proposal, string? Say, decimal? Cost, CoverShown? Picture);

internal sealed class GetCoverDeskHandler(IQuestDb db, Acting acting, IRoles roles, IPainter painter, IWriter writer, PainterModels models, IPicturePrices prices) : IQueryHandler<GetCoverDesk, CoverDesk>
{
    private const int Most = 12;

    public async Task<Result<CoverDesk>> Handle(GetCoverDesk query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article)
            .Select(a => new { a.Site, a.State, a.ArchivedAt, a.BinnedAt, a.Working.Title, a.Working.Cover, HasText = a.Working.Body != "" }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var mayWrite = (await roles.OfAsync(acting.Me, ct))?.May(Permission.Write, article.Site) is true && article.State != WorkingState.InReview && article.ArchivedAt is null && article.BinnedAt is null;
        var off = (await db.AiSwitches.AsNoTracking().FirstOrDefaultAsync(ct))?.Refusal?.Message;

        var asked = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article && g.Kind == GenerationKind.Image).OrderByDescending(g => g.RequestedAt).Take(Most)
            .Join(db.Paintings, g => g.Id, p => p.Generation, (g, p) => new { g.Id, g.Brief, p.Style, g.Model, g.RequestedAt, g.State, g.Proposal, g.Say, g.Cost, p.Asset })
            .OrderByDescending(x => x.RequestedAt).ToListAsync(ct);
        var wanted = asked.Select(x => x.Asset).Append(article.Cover).OfType<AssetId>().Distinct().ToList();
        var shown = await db.Assets.AsNoTracking().Where(a => wanted.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Shown, ct);
        CoverShown? Of(AssetId? asset) => asset is { } id ? shown.GetValueOrDefault(id) : null;

        var suggested = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article && g.Kind == GenerationKind.ImagePrompt).OrderByDescending(g => g.RequestedAt)
            .Select(g => new { g.Id, g.RequestedAt, g.EndedAt, g.State, g.Text, g.Say }).FirstOrDefaultAsync(ct);
        var isNewer = suggested is not null && (asked.Count == 0 || suggested.RequestedAt > asked[0].RequestedAt);
        var words = isNewer && suggested!.State == GenerationState.Finished ? suggested.Text.Trim() : asked.Count > 0 ? asked[0].Brief.Instruction : "";

        return new CoverDesk(article.Title.Length > 0 ? article.Title : "Untitled", mayWrite, article.HasText, Of(article.Cover),
            [.. asked.Select(x => new PaintedPicture(x.Id, x.Brief.Instruction, x.Style, PainterModels.InWords(x.Model), x.RequestedAt, x.State, x.Proposal, x.Say, x.Cost, Of(x.Asset)))],
            words, suggested is { EndedAt: null } ? suggested.Id : null, isNewer ? suggested?.Say : null, off ?? painter.Unavailable?.Message, off ?? writer.Unavailable?.Message,
            PainterModels.InWords(models.Usual), PainterModels.InWords(models.Fast), prices.CostOf(models.Usual), prices.CostOf(models.Fast))
        { AltTexts = await AltTextsAsync(query.Article, article.Cover, ct) };
    }

    // Of this cover alone: another one shows something else.
    private async Task<AltTextsShown?> AltTextsAsync(ArticleId article, AssetId? cover, CancellationToken ct)
    {
        var newest = await db.Generations.AsNoTracking().Where(g => g.Article == article && g.Kind == GenerationKind.AltText).OrderByDescending(g => g.RequestedAt)
            .Select(g => new { g.Id, g.Brief, g.EndedAt, g.State, g.Text, g.Say }).FirstOrDefaultAsync(ct);
        return newest is null || cover is null || newest.Brief.Picture != cover.ToString() ? null
            : new AltTextsShown(newest.Id, newest.EndedAt is null, newest.State == GenerationState.Finished ? UseAltTextHandler.LinesOf(newest.Text) : [], newest.Say);
    }

    private static CoverShown Shown(Asset asset) => new(asset.Id, PictureAddress.Of(asset.Id, RenditionPlans.NameOfFirst(asset.Width)), asset.AltText, asset.Making.Origin);
}

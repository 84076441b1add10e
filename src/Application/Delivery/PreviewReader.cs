using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>What a preview's link leads to, read from working data and never from delivery: a link that opens nothing must not show what is published instead.</summary>
internal sealed class PreviewReader(IQuestDb db, IPreviewTokens tokens, TimeProvider clock)
{
    /// <summary>Error: <c>preview.refused</c>, whatever is wrong.</summary>
    public async Task<Result<PreviewLink>> OpenAsync(string token, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (tokens.Read(token, now) is not { } id) return PreviewErrors.Refused;
        return await db.PreviewLinks.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is { } link && link.IsOpen(now) ? link : PreviewErrors.Refused;
    }

    /// <summary>The revision it is pinned to, or the text as it stands; null when there is none any more.</summary>
    public async Task<(Revision Text, Article Article)?> TextAsync(PreviewLink link, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == link.Article && a.BinnedAt == null, ct);
        if (article is null) return null;
        var number = link.Revision ?? article.LastRevision;
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Article == link.Article && r.Number == number, ct);
        if (link.Revision is not null || (revision is not null && article.Hands.Length == 0)) return revision is null ? null : (revision, article);
        // Where its words come from is traced when it is frozen; until then it is as of the last time.
        return (Revision.Standing(article, revision?.Authorship ?? Authorship.Empty, article.Figures, await PicturesOf.ReadAsync(db, article.Site, article.Working, ct)), article);
    }

    /// <summary>The approval that a revision has; null for what nobody has decided about, and for a text that is not frozen.</summary>
    public async Task<Decision?> DecisionAsync(Revision text, CancellationToken ct) => text.Number == 0 ? null
        : await db.Decisions.AsNoTracking().Where(d => d.Article == text.Article && d.Revision == text.Number && d.Verdict == Verdict.Approved).OrderByDescending(d => d.DecidedAt).FirstOrDefaultAsync(ct);

    /// <summary>Its pictures as readers would be shown them; one that is not ready yet is left out.</summary>
    public async Task<ShownPictures> PicturesAsync(Revision text, CancellationToken ct)
    {
        var ids = text.Pictures.Select(p => p.Asset).ToArray();
        var assets = ids.Length == 0 ? [] : await db.Assets.AsNoTracking().Where(a => a.Site == text.Site && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var shown = text.Pictures.Where(p => assets.TryGetValue(p.Asset, out var asset) && asset.IsReady).Select(p => assets[p.Asset] is var asset
            ? new ShownPicture(asset.Id, p.AltText, p.Credit, asset.Making.IsAi, asset.Width, asset.Height, [.. asset.Renditions.Where(r => r.Cut == RenditionCut.Whole || asset.Id == text.Content.Cover)]) : null!).ToDictionary(p => p.Asset);
        return new ShownPictures(text.Content.Cover is { } cover ? shown.GetValueOrDefault(cover) : null, shown);
    }
}

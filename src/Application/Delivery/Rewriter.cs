using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Delivery;

/// <summary>What became of a published row when something it shows changed.</summary>
internal enum Rewrite
{
    /// <summary>It shows the thing as it is now.</summary>
    Done,
    /// <summary>It did so before.</summary>
    NotNeeded,
    /// <summary>Its revision is not what was approved: it stays as it is.</summary>
    Left,
}

/// <summary>
/// Makes published rows anew where something they share changed: the same revision under the same seal, with the names of now. Text, HTML and pictures are those readers have, save where the
/// change is a picture's words. It tells of each as an update and saves nothing itself.
/// </summary>
internal sealed class Rewriter(IQuestDb db, IRenderer renderer, PublishedPictures pictures, Provenance provenance, EventOutbox outbox)
{
    /// <summary>The next rows that show it, by key, and where the batch ends; null when there is none after it.</summary>
    public async Task<(List<PublishedArticle> Rows, ArticleId? Last)> NextAsync(Rewriting rewriting, CancellationToken ct)
    {
        var rows = db.PublishedArticles.Where(p => p.Site == rewriting.Site);
        if (rewriting.After is { } after) rows = rows.Where(p => p.Article > after);
        var (slugs, asset) = (rewriting.Slugs, AssetId.From(rewriting.Subject));
        rows = rewriting.Thing switch
        {
            SharedThing.Category => rows.Where(p => p.Shown.CategorySlug != null && slugs.Contains(p.Shown.CategorySlug)),
            SharedThing.Byline => rows.Where(p => p.Shown.AuthorSlugs.Any(s => slugs.Contains(s))),
            _ => rows.Where(p => db.PublishedMediaUses.Any(u => u.Asset == asset && u.Article == p.Article)),
        };
        var next = await rows.OrderBy(p => p.Article).Take(Rewriting.AtOnce).ToListAsync(ct);
        return (next, next.Count == 0 ? null : next[^1].Article);
    }

    /// <summary>Errors (Unavailable): a picture is being made ready.</summary>
    public async Task<Result<Rewrite>> RewriteAsync(PublishedArticle row, SharedThing thing, DateTimeOffset now, CancellationToken ct)
    {
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Article == row.Article && r.Number == row.Revision, ct);
        var decision = revision is null ? null : await db.Decisions.AsNoTracking().Where(d => d.Article == row.Article && d.Revision == row.Revision && d.Verdict == Verdict.Approved)
            .OrderByDescending(d => d.DecidedAt).FirstOrDefaultAsync(ct);
        if (revision is null || decision is null || !Publisher.IsSealed(revision, decision)) return Rewrite.Left;
        var facts = await PublishedFacts.ReadAsync(db, revision, decision, ct);
        var (body, ready) = (ReadyBody.Of(row.Shown), ReadyPictures.Of(row.Shown));
        if (thing == SharedThing.Picture)
        {
            var rendered = await renderer.RenderAsync(revision.Content.Body, ct);
            if (rendered.Error is { } unrendered) return unrendered;
            var shown = await pictures.ShowAsync(row.Article, revision, ct);
            if (shown.Error is { Kind: ErrorKind.Unavailable } soon) return soon;
            if (shown.Error is not null) return Rewrite.Left;
            (body, ready) = (new ReadyBody(PictureMarkup.Dress(rendered.Value.Html, shown.Value), rendered.Value.PlainText, renderer.Version), ReadyPictures.Of(shown.Value));
        }

        var before = row.Shown;
        var changed = Changed(before, PublishedJson.With(row, row.Slug, revision, decision, facts, ready.Image, body.Html, now), facts, ready);
        if (changed.Length == 0) return Rewrite.NotNeeded;
        row.CountAnother();
        row.Show(row.Slug, row.Revision, ReadyForms.Make(row, row.Slug, revision, decision, facts, body, ready, now), now);
        await provenance.TellAsync(row, revision, decision, facts, body.Html, ct);
        await outbox.AddAsync(DeliveryEvent.Tell(DeliveryEvent.Updated, row, null, now, changed, PublishedFields.CacheTags(before.Json, row.Shown.Json)), ct);
        return Rewrite.Done;
    }

    // What an author says of themselves, and pictures of a text, stand beside the article's own JSON.
    private static string[] Changed(Publication before, string json, PublishedFacts facts, ReadyPictures ready)
    {
        var fields = PublishedFields.Changed(before.Json, json).ToList();
        if (!fields.Contains("authors") && !before.AuthorAbouts.SequenceEqual(facts.Authors.Select(a => a.About))) fields.Add("authors");
        if (!fields.Contains("image") && before.MediaJson != ready.MediaJson) fields.Add("media");
        return [.. fields];
    }
}

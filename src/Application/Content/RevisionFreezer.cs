using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>Freezes a working copy as the next revision, with the origin of every word traced. Used by every use case that freezes; it saves nothing itself.</summary>
internal sealed class RevisionFreezer(IQuestDb db)
{
    /// <summary>How many revisions before the base are looked through for words that were there once.</summary>
    private const int Earlier = 12;

    public async Task<Revision> FreezeAsync(Article article, Occasion occasion, Origin writer, Who by, DateTimeOffset now, CancellationToken ct,
        IReadOnlyList<TakenProposal>? taken = null)
    {
        // One frozen before it in the same save is not in the database yet, and is the base of this one.
        var fresh = db.Revisions.Local.Where(r => r.Article == article.Id).OrderByDescending(r => r.Number).Select(r => new TracedText(r.Content, r.Authorship)).ToList();
        var stored = article.LastRevision - fresh.Count;
        var known = stored == 0 ? fresh
            : [.. fresh, .. await db.Revisions.AsNoTracking().Where(r => r.Article == article.Id && r.Number > stored - 1 - Earlier)
                .OrderByDescending(r => r.Number).Select(r => new TracedText(r.Content, r.Authorship)).ToListAsync(ct)];
        var person = (writer.Kind == OriginKind.Person ? writer.Who : null) ?? (article.ChangedBy ?? by.Person)?.Value ?? Guid.Empty;
        var sources = new TraceSources(known.FirstOrDefault())
        {
            Earlier = [.. known.Skip(1)],
            Taken = [.. taken ?? [], .. TitleOf(article)],
            Pasted = [.. article.Pastes.Select(text => new PastedText(text, person))],
        };
        var authorship = AuthorshipTracer.Trace(article.Working, writer, sources);
        var figures = ArticleFigures.Of(Words.Count(article.Working).Words, authorship.Shares(article.Working));
        var pictures = await PicturesOf.ReadAsync(db, article.Site, article.Working, ct);
        // What a model, a template or an import wrote is named in the revision even where a person saved it.
        var revision = Revision.Freeze(RevisionId.New(now), article, occasion, taken is [var proposal, ..] ? proposal.Origin : writer, authorship, figures, pictures, by, now);
        db.Revisions.Add(revision);
        return revision;
    }

    // The title of an article an agent began is the agent's, until someone writes another.
    private static IEnumerable<TakenProposal> TitleOf(Article article) =>
        article is { LastRevision: 0, Agent: { Title.Length: > 0 } agent } ? [new TakenProposal(agent.Title, new Origin(OriginKind.Agent, agent.Key.Value))] : [];

    /// <summary>Freezes as the one who wrote last, if anything changed since the last revision.</summary>
    public async Task<Revision?> FreezeChangesAsync(Article article, Occasion occasion, Who by, DateTimeOffset now, CancellationToken ct) =>
        article.Hands.Length == 0 && article.LastRevision > 0 ? null
            : await FreezeAsync(article, occasion, OriginOf(article.WhoWroteLast() ?? by), by, now, ct);

    /// <summary>Whose the words are that come from nowhere else.</summary>
    public static Origin OriginOf(Who who) => who.Person is { } person ? new Origin(OriginKind.Person, person.Value) : new Origin(OriginKind.Agent, who.Key!.Value.Value);
}

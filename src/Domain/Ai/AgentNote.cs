using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>A source for the article, or the wish that its writers hand it to the reviewers.</summary>
public enum AgentNoteKind { Source, ReviewWish }

/// <summary>
/// What an agent left beside an article: never part of the text. A source stays; a wish for review is open until a writer settles it or the article is
/// submitted; a source is shown and given to no model until a writer hands it to Claude. An agent does not submit: who submits answers for the text, and that is a person.
/// </summary>
public sealed class AgentNote : AggregateRoot
{
    public const int MaxAddress = 2_000;
    public const int MaxText = 2_000;
    /// <summary>Sources beside one article, of all agents.</summary>
    public const int MostSources = 100;
    /// <summary>Sources in one call.</summary>
    public const int MostAtOnce = 20;
    /// <summary>Sources of one article that are handed to Claude.</summary>
    public const int MostHanded = 5;

    private AgentNote() { }

    public AgentNoteId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    public AgentNoteKind Kind { get; private set; }
    /// <summary>http or https; empty for a source without an address and for a wish.</summary>
    public string Address { get; private set; } = "";
    /// <summary>Plain text, as the agent wrote it.</summary>
    public string Text { get; private set; } = "";
    public SiteKeyId Agent { get; private set; }
    public string AgentName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    /// <summary>Who hands it to Claude with every passage that is asked for the article; null while nobody does.</summary>
    public PersonId? HandedBy { get; private set; }
    public DateTimeOffset? HandedAt { get; private set; }
    public PersonId? SettledBy { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    public static AgentNote Source(AgentNoteId id, SiteId site, ArticleId article, string address, string text, SiteKeyId agent, string name, DateTimeOffset now)
    {
        var note = new AgentNote { Id = id, Site = site, Article = article, Kind = AgentNoteKind.Source, Address = address, Text = text, Agent = agent, AgentName = name, At = now };
        note.Raise(new SourceAttached(id, site, article, agent));
        return note;
    }

    public static AgentNote AskForReview(AgentNoteId id, SiteId site, ArticleId article, string text, SiteKeyId agent, string name, DateTimeOffset now)
    {
        var note = new AgentNote { Id = id, Site = site, Article = article, Kind = AgentNoteKind.ReviewWish, Text = text, Agent = agent, AgentName = name, At = now };
        note.Raise(new ReviewRequested(id, site, article, agent));
        return note;
    }

    /// <summary>A writer answers for it: Claude is told it from now on.</summary>
    public Result Hand(PersonId by, DateTimeOffset now)
    {
        if (Kind != AgentNoteKind.Source || SettledAt is not null) return AgentErrors.NoSource;
        if (HandedAt is not null) return Result.Done;
        (HandedBy, HandedAt) = (by, now);
        Changed();
        Raise(new SourceHanded(Id, Site, Article));
        return Result.Done;
    }

    /// <summary>Claude is told it no more. What was written with it stays as it is.</summary>
    public Result KeepBack()
    {
        if (HandedAt is null) return Result.Done;
        (HandedBy, HandedAt) = (null, null);
        Changed();
        Raise(new SourceHandingEnded(Id, Site, Article));
        return Result.Done;
    }

    /// <summary>As a brief says it: the address on a line of its own, so that it is read, and what the agent wrote on one other line.</summary>
    public string InBrief() => string.Join('\n', new[] { Address, Text.Length == 0 ? "" : $"An agent’s note{(Address.Length > 0 ? " on it" : "")}: {Text.ReplaceLineEndings(" ")}" }.Where(line => line.Length > 0));

    /// <summary>A writer read it and does not want to see it any more, or the article was submitted.</summary>
    public Result Settle(PersonId? by, DateTimeOffset now)
    {
        if (SettledAt is not null) return Result.Done;
        (SettledAt, SettledBy) = (now, by);
        Changed();
        Raise(new AgentNoteSettled(Id, Site, Article));
        return Result.Done;
    }
}

public sealed record SourceAttached(AgentNoteId Note, SiteId Site, ArticleId Article, SiteKeyId Agent) : DomainEvent(Note.Value, Site.Value);
public sealed record ReviewRequested(AgentNoteId Note, SiteId Site, ArticleId Article, SiteKeyId Agent) : DomainEvent(Note.Value, Site.Value);
public sealed record SourceHanded(AgentNoteId Note, SiteId Site, ArticleId Article) : DomainEvent(Note.Value, Site.Value);
public sealed record SourceHandingEnded(AgentNoteId Note, SiteId Site, ArticleId Article) : DomainEvent(Note.Value, Site.Value);
public sealed record AgentNoteSettled(AgentNoteId Note, SiteId Site, ArticleId Article) : DomainEvent(Note.Value, Site.Value);

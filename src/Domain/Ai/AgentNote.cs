using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>A source for the article, or the wish that its writers hand it to the reviewers.</summary>
public enum AgentNoteKind { Source, ReviewWish }

/// <summary>
/// What an agent left beside an article: never part of the text. A source stays; a wish for review is open until a writer settles it or the article is
/// submitted. An agent does not submit: who submits answers for the text, and that is a person.
/// </summary>
public sealed class AgentNote : AggregateRoot
{
    public const int MaxAddress = 2_000;
    public const int MaxText = 2_000;
    /// <summary>Sources beside one article, of all agents.</summary>
    public const int MostSources = 100;
    /// <summary>Sources in one call.</summary>
    public const int MostAtOnce = 20;

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
public sealed record AgentNoteSettled(AgentNoteId Note, SiteId Site, ArticleId Article) : DomainEvent(Note.Value, Site.Value);

using QuestCms.Domain.Common;

namespace QuestCms.Domain.Ai;

/// <summary>Where the change of an agent stands: the top-level blocks that hold the passage it quotes, as they read now and as they would read.</summary>
/// <param name="Place">Index of the first block.</param>
/// <param name="Replaces">How many blocks; 0 adds after the last one.</param>
public sealed record AgentChange(int Place, int Replaces, string Before, string After)
{
    /// <param name="blocks">Where the top-level blocks of the text stand, in order.</param>
    /// <param name="quote">Word for word, once in the text; empty: the words are added at the end.</param>
    public static Result<AgentChange> Of(string body, IReadOnlyList<Range> blocks, string quote, string words)
    {
        if (quote.Length == 0) return new AgentChange(blocks.Count, 0, "", words);
        var at = body.IndexOf(quote, StringComparison.Ordinal);
        if (at < 0) return AgentErrors.QuoteNotFound;
        if (body.IndexOf(quote, at + 1, StringComparison.Ordinal) >= 0) return AgentErrors.QuoteTwice;
        var end = at + quote.Length;
        var touched = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Start.Value < end && blocks[i].End.Value > at).ToList();
        if (touched.Count == 0) return AgentErrors.QuoteNotFound;
        var (from, to) = (Math.Min(at, blocks[touched[0]].Start.Value), Math.Max(end, blocks[touched[^1]].End.Value));
        return new AgentChange(touched[0], touched.Count, body[from..to].Trim('\n'), (body[from..at] + words + body[end..to]).Trim('\n'));
    }

    /// <summary>Where those blocks stand by now: the text may have moved on. Null when they read otherwise.</summary>
    public static (int Place, int Replaces)? Find(string body, IReadOnlyList<Range> blocks, string before)
    {
        if (before.Length == 0) return (blocks.Count, 0);
        var found = Of(body, blocks, before, "");
        return found.Error is null && found.Value.Before == before ? (found.Value.Place, found.Value.Replaces) : null;
    }
}

/// <summary>What an agent is answered instead of its proposal being kept.</summary>
public static class AgentErrors
{
    public static readonly Error QuoteNotFound = Error.Field("quote", "quote.not_found", "The text does not hold this passage word for word. Read the article again and quote it as it stands.");
    public static readonly Error QuoteTwice = Error.Field("quote", "quote.twice", "The text holds this passage more than once. Quote more of what stands around it.");
    public static readonly Error NothingProposed = Error.Field("words", "words.missing", "There is nothing in it. Say what the article should read.");
    public static readonly Error NoSources = Error.Field("sources", "sources.missing", "Name at least one source: an address, a note, or both.");
    public static readonly Error OtherBefore = Error.Conflict("idempotency.other", "This idempotency key was used for something else. Nothing was stored; use another key.");
    public static readonly Error InReview = Error.Conflict("article.in_review", "The article is in review and frozen until a person decided. Propose again then.");

    public static readonly Error NoSuchNote = Error.NotFound("note.not_found", "There is no such note here.");
    public static readonly Error NoSource = Error.Conflict("note.no_source", "Only a source that nobody put away can be handed to Claude.");

    public static Error TooManyOpen(int most) => Error.Conflict("proposals.open", $"{most} proposals of agents wait here already. A person takes or leaves some of them first.");
    public static Error TooManySources(int most) => Error.Conflict("sources.too_many", $"An article keeps {most} sources of agents at most. Nothing was stored.");
    public static Error TooManyHanded(int most) => Error.Conflict("sources.handed", $"Claude is told {most} addresses at most, those of the brief among them. Keep one back first.");
}

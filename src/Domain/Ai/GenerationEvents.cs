using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

public sealed record GenerationRequested(GenerationId Generation, SiteId Site, ArticleId Article, string Kind, PersonId? By) : DomainEvent(Generation.Value, Site.Value);
public sealed record GenerationEnded(GenerationId Generation, SiteId Site, ArticleId Article, string State, int InputTokens, int OutputTokens) : DomainEvent(Generation.Value, Site.Value);
public sealed record ProposalTaken(GenerationId Generation, SiteId Site, ArticleId Article, int Revision, PersonId By, bool IsAgents = false) : DomainEvent(Generation.Value, Site.Value);
public sealed record ProposalLeft(GenerationId Generation, SiteId Site, ArticleId Article, PersonId By, bool IsAgents = false) : DomainEvent(Generation.Value, Site.Value);

public sealed record AgentProposed(GenerationId Generation, SiteId Site, ArticleId Article, string Kind, SiteKeyId Agent) : DomainEvent(Generation.Value, Site.Value);

/// <summary>What a generation can answer instead of doing what was asked.</summary>
public static class GenerationErrors
{
    public static readonly Error NotFound = Error.NotFound("generation.not_found", "There is no such proposal here.");
    public static readonly Error Settled = Error.Conflict("proposal.settled", "This proposal was already taken or left.");
    public static readonly Error StillWriting = Error.Conflict("proposal.writing", "The proposal is still arriving. Stop it, or wait for its end, then take it.");
}

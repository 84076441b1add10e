using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>What was asked: a whole draft from a brief, a passage at a place in the text, or suggestions for a field, made from the whole text, an assessment of one revision, an outline from a brief, a passage in another language, the claims of a text, words for a picture, a picture, or what a picture shows.</summary>
public enum GenerationKind { Draft, Passage, Titles, Summary, Seo, Tags, Assessment, Outline, Translation, Category, Links, Claims, ImagePrompt, Image, AltText }

/// <summary>How far the call to the model is. The last five are final.</summary>
public enum GenerationState { Queued, Running, Finished, Failed, Refused, Cancelled, Interrupted }

/// <summary>What the person made of the answer.</summary>
public enum ProposalState { Open, Taken, Left }

/// <summary>
/// One request to a model and the proposal that comes of it. The row is written before the call leaves the process and survives a restart:
/// what had arrived stays, marked interrupted. A proposal is never part of the text until a person takes it.
/// </summary>
public sealed class Generation : AggregateRoot
{
    public const int MaxInstruction = 2_000;
    public const int MaxModel = 100;
    /// <summary>Stands where a prompt's name and version stand for what was written before it came here.</summary>
    public const string BroughtPrompt = "imported";

    private Generation() { }

    public GenerationId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    /// <summary>Null for an agent's proposal, where nobody asked, and where a program asked.</summary>
    public PersonId? RequestedBy { get; private set; }
    /// <summary>The site key of the program that asked; null when a person did, or nobody.</summary>
    public SiteKeyId? RequestedByKey { get; private set; }
    /// <summary>The site key whose agent wrote it, without any request of ours; its name stands as <see cref="Model"/>. Null for what Claude wrote.</summary>
    public SiteKeyId? Agent { get; private set; }
    public DateTimeOffset RequestedAt { get; private set; }
    public GenerationKind Kind { get; private set; }
    public Brief Brief { get; private set; } = new();
    /// <summary>Index of the top-level block the text would stand at, and how many blocks it would replace.</summary>
    public int Place { get; private set; }
    public int Replaces { get; private set; }
    /// <summary>The revision that is assessed; null where none is.</summary>
    public int? Revision { get; private set; }
    /// <summary>Name and version of the prompt, as <c>draft/1</c>.</summary>
    public string Prompt { get; private set; } = "";
    public string Model { get; private set; } = "";
    public GenerationState State { get; private set; }
    /// <summary>When its first word was here; null where none came, and for an answer copied or brought whole.</summary>
    public DateTimeOffset? FirstWordAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>A person asked to stop it; the runner sees it at its next checkpoint.</summary>
    public DateTimeOffset? CancelRequestedAt { get; private set; }
    /// <summary>The text as it arrived; whole only when <see cref="State"/> is Finished.</summary>
    public string Text { get; private set; } = "";
    public string? StopReason { get; private set; }
    /// <summary>A sentence for the person: why it waits, why it did not finish, what it was written without.</summary>
    public string? Say { get; private set; }
    public int InputTokens { get; private set; }
    public int OutputTokens { get; private set; }
    /// <summary>US dollars by the prices of that day; null when no price is set.</summary>
    public decimal? Cost { get; private set; }
    /// <summary>US dollars set aside until it ended: the most it can cost by the prices of that day; null when no price is set.</summary>
    public decimal? Reserved { get; private set; }
    /// <summary>SHA-256 over model and words of the request, as hexadecimal: the same again is answered from here and not paid twice. Null when asked anew on purpose.</summary>
    public string? Fingerprint { get; private set; }
    /// <summary>The generation this answer was copied from, instead of asking.</summary>
    public GenerationId? CopiedFrom { get; private set; }
    public ProposalState Proposal { get; private set; }
    public PersonId? SettledBy { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }
    /// <summary>Number of the revision that took it.</summary>
    public int? TakenInRevision { get; private set; }

    /// <summary>Lines to choose from for a field, instead of text with a place.</summary>
    public static bool IsSuggestion(GenerationKind kind) => kind is GenerationKind.Titles or GenerationKind.Summary or GenerationKind.Seo or GenerationKind.Tags or GenerationKind.Category or GenerationKind.Links or GenerationKind.ImagePrompt or GenerationKind.AltText;

    /// <summary>Text that stands at a place until a person takes it.</summary>
    public static readonly IReadOnlyList<GenerationKind> Proposals = [GenerationKind.Draft, GenerationKind.Passage, GenerationKind.Outline, GenerationKind.Translation];

    public bool HasEnded => State is not (GenerationState.Queued or GenerationState.Running);

    public static Generation Request(GenerationId id, SiteId site, ArticleId article, GenerationKind kind, Brief brief, int place, int replaces,
        string prompt, string model, Who by, DateTimeOffset now, decimal? reserved = null, string? fingerprint = null, int? revision = null)
    {
        var generation = new Generation
        {
            Id = id,
            Site = site,
            Article = article,
            Kind = kind,
            Brief = brief,
            Place = place,
            Replaces = replaces,
            Prompt = prompt,
            Model = model,
            RequestedBy = by.Person,
            RequestedByKey = by.Key,
            RequestedAt = now,
            Reserved = reserved,
            Fingerprint = fingerprint,
            Revision = revision,
        };
        generation.Raise(new GenerationRequested(id, site, article, kind.ToString(), by.Person));
        return generation;
    }

    /// <summary>An agent brings words of its own: whole from the beginning, a proposal like any other.</summary>
    public static Generation Propose(GenerationId id, SiteId site, ArticleId article, GenerationKind kind, Brief brief, int place, int replaces, string text, SiteKeyId agent, string name, DateTimeOffset now)
    {
        var proposal = new Generation { Id = id, Site = site, Article = article, Kind = kind, Brief = brief, Place = place, Replaces = replaces, Prompt = "agent/1", Model = name, Agent = agent, RequestedAt = now, EndedAt = now, State = GenerationState.Finished, Text = text, Cost = 0 };
        proposal.Raise(new AgentProposed(id, site, article, kind.ToString(), agent));
        return proposal;
    }

    /// <summary>What a model wrote in another system, and was taken there, before the article came here with an import. Nobody here asked for it, and nothing of its cost is known.</summary>
    /// <param name="revision">The revision the import freezes.</param>
    public static Generation Bring(GenerationId id, SiteId site, ArticleId article, Brief brief, string model, DateTimeOffset at, int revision) => new()
    {
        Id = id,
        Site = site,
        Article = article,
        Kind = GenerationKind.Draft,
        Brief = brief,
        Prompt = BroughtPrompt,
        Model = model,
        RequestedAt = at,
        EndedAt = at,
        State = GenerationState.Finished,
        Say = "Written before it came here with an import; what people changed of it there is not known.",
        Proposal = ProposalState.Taken,
        TakenInRevision = revision,
    };

    /// <summary>Whose the words are when they go into the text.</summary>
    public Origin WordsOf() => Agent is { } agent ? new Origin(OriginKind.Agent, agent.Value) : new Origin(OriginKind.Generation, Id.Value);

    /// <summary>The call ended, one way or another; said once.</summary>
    public Result End(GenerationState how, string text, string? stopReason, string? say, int inputTokens, int outputTokens, decimal? cost, string? model,
        DateTimeOffset now, DateTimeOffset? firstWordAt = null)
    {
        if (HasEnded) return Result.Done;
        FirstWordAt ??= firstWordAt;
        (State, Text, StopReason, Say) = (how, text, stopReason, say);
        (InputTokens, OutputTokens, Cost, EndedAt) = (inputTokens, outputTokens, cost, now);
        Model = model ?? Model;
        Changed();
        Raise(new GenerationEnded(Id, Site, Article, how.ToString(), inputTokens, outputTokens));
        return Result.Done;
    }

    /// <summary>The same was asked before and answered whole: that answer stands here too, and nothing is paid.</summary>
    public Result EndAsBefore(Generation earlier, DateTimeOffset now)
    {
        if (HasEnded) return Result.Done;
        CopiedFrom = earlier.Id;
        return End(GenerationState.Finished, earlier.Text, earlier.StopReason, null, 0, 0, 0, earlier.Model, now);
    }

    /// <summary>The provider takes nothing just now, and nothing was begun: it waits again.</summary>
    public void Postpone(string? say = null)
    {
        if (State != GenerationState.Running) return;
        (State, Say) = (GenerationState.Queued, say);
        Changed();
    }

    /// <summary>Asks the runner to stop. What has arrived stays.</summary>
    public Result Stop(DateTimeOffset now)
    {
        if (HasEnded || CancelRequestedAt is not null) return Result.Done;
        CancelRequestedAt = now;
        Changed();
        return Result.Done;
    }

    /// <summary>The words went into the text, whole or in part.</summary>
    public Result Take(int revision, PersonId by, DateTimeOffset now)
    {
        if (Proposal != ProposalState.Open) return GenerationErrors.Settled;
        if (!HasEnded) return GenerationErrors.StillWriting;
        (Proposal, SettledBy, SettledAt, TakenInRevision) = (ProposalState.Taken, by, now, revision);
        Changed();
        Raise(new ProposalTaken(Id, Site, Article, revision, by, Agent is not null));
        return Result.Done;
    }

    /// <summary>The person does not want it. It stays readable in the history of calls.</summary>
    public Result Leave(PersonId by, DateTimeOffset now)
    {
        if (Proposal != ProposalState.Open) return Result.Done;
        (Proposal, SettledBy, SettledAt) = (ProposalState.Left, by, now);
        if (!HasEnded) CancelRequestedAt ??= now;
        Changed();
        Raise(new ProposalLeft(Id, Site, Article, by, Agent is not null));
        return Result.Done;
    }
}

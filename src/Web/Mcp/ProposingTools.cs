using System.ComponentModel;
using MediatR;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using Result = QuestCms.Domain.Common.Result;

namespace QuestCms.Web.Mcp;

/// <summary>What an agent may bring; the key needs the scope write, which the pipeline looks at. Each of these waits for a person, and none changes a text.</summary>
[McpServerToolType]
internal sealed class ProposingTools(AgentSite site, IMediator mediator, TimeProvider clock)
{
    public sealed record Proposed(string Article, string Proposal);
    public sealed record Attached(string Article, int Added);
    public sealed record Asked(string Article);

    /// <summary>One source as a tool takes it.</summary>
    public sealed record Source([property: Description("http or https; may be left out.")] string? Address = null, [property: Description("What it says or is good for, at most 2,000 characters.")] string? Note = null);

    [McpServerTool(Name = "propose_draft", Title = "Propose a draft", Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(Proposed))]
    [Description("Begins an article with a title and no text; your text waits in it as a proposal until a person takes it, whole or in part, or leaves it.")]
    public async Task<CallToolResult> DraftAsync(
        [Description("At most 200 characters.")] string title,
        [Description("The text as Markdown, at most 200 KB; begin sections with ##. HTML is shown as text.")] string body,
        [Description("guide, tutorial, news, analysis, comparison or review.")] string kind = "guide",
        [Description("For the writers: what it is for, at most 2,000 characters.")] string? why = null,
        [Description("Sent again with the same key, the same proposal answers and nothing is made twice.")] string? idempotency_key = null,
        CancellationToken ct = default)
    {
        if (!Enum.TryParse<ArticleKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known) || char.IsAsciiDigit(kind[0]))
            return CallsTold.Refused(Error.Field("kind", "kind.unknown", $"There is no kind “{(kind.Length > 40 ? kind[..40] : kind)}”. There are: {string.Join(", ", Enum.GetNames<ArticleKind>()).ToLowerInvariant()}."));
        if (WrongKey(idempotency_key) is { } wrong) return wrong;
        var (grant, now) = (await site.GrantAsync(ct), clock.GetUtcNow());
        var article = ArticleId.From(Untrusted.IdOf(grant.Key, "draft", idempotency_key, now));
        var proposal = GenerationId.From(Untrusted.IdOf(grant.Key, "draft's proposal", idempotency_key, now));
        var made = await mediator.Send(new ProposeDraft(grant.Site, article, proposal, Untrusted.Text(title), known, Untrusted.Text(body), Untrusted.Text(why)), ct);
        return Answer(made, $"The article {article} was begun; your text waits in it for a person.", new Proposed(article.ToString(), proposal.ToString()));
    }

    [McpServerTool(Name = "propose_change", Title = "Propose a change", Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(Proposed))]
    [Description("Proposes other words for one passage of an article, or words to add at its end. The text stays as it is until a person takes the change.")]
    public async Task<CallToolResult> ChangeAsync(
        [Description("The article's id.")] string article,
        [Description("What the passage should read, as Markdown.")] string words,
        [Description("The passage as the working copy's Markdown reads, word for word; it must stand there once. Empty: add at the end.")] string? quote = null,
        [Description("For the writers: why, at most 2,000 characters.")] string? why = null,
        [Description("Sent again with the same key, the same proposal answers and nothing is made twice.")] string? idempotency_key = null,
        CancellationToken ct = default)
    {
        if (!ArticleId.TryParse(article, null, out var id)) return CallsTold.Refused(ArticleErrors.NotFound);
        if (WrongKey(idempotency_key) is { } wrong) return wrong;
        var grant = await site.GrantAsync(ct);
        var proposal = GenerationId.From(Untrusted.IdOf(grant.Key, "change", idempotency_key, clock.GetUtcNow()));
        var made = await mediator.Send(new ProposeChange(id, proposal, Untrusted.Text(quote), Untrusted.Text(words), Untrusted.Text(why)), ct);
        return Answer(made, "The change waits in the article for a person.", new Proposed(id.ToString(), proposal.ToString()));
    }

    [McpServerTool(Name = "attach_sources", Title = "Attach sources", Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(Attached))]
    [Description("Leaves sources beside an article for its writers: addresses, notes, or both; at most 20 at once. They are shown; none is fetched or told to a model unless a writer hands it to Claude.")]
    public async Task<CallToolResult> AttachAsync([Description("The article's id.")] string article, [Description("The sources.")] Source[] sources, CancellationToken ct = default)
    {
        if (!ArticleId.TryParse(article, null, out var id)) return CallsTold.Refused(ArticleErrors.NotFound);
        var added = await mediator.Send(new AttachSources(id, [.. sources.Select(s => new AgentSource(Untrusted.Text(s.Address).Trim(), Untrusted.Text(s.Note)))]), ct);
        return added.Error is { } error ? Refused(error) : CallsTold.Done(added.Value == 0 ? "They were there already." : $"{added.Value} added.", new Attached(id.ToString(), added.Value));
    }

    [McpServerTool(Name = "ask_for_review", Title = "Ask for review", Destructive = false, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(Asked))]
    [Description("Asks the writers to hand an article to the reviewers. A person submits it, or does not; you never do.")]
    public async Task<CallToolResult> AskForReviewAsync([Description("The article's id.")] string article, [Description("For the writers, at most 2,000 characters.")] string? note = null, CancellationToken ct = default)
    {
        if (!ArticleId.TryParse(article, null, out var id)) return CallsTold.Refused(ArticleErrors.NotFound);
        return Answer(await mediator.Send(new AskForReview(id, Untrusted.Text(note)), ct), "The writers are told. One of them submits it, or not.", new Asked(id.ToString()));
    }

    private static CallToolResult Answer<T>(Result result, string said, T data) => result.Error is { } error ? Refused(error) : CallsTold.Done(said, data);

    // Another site's article and none at all sound alike.
    private static CallToolResult Refused(Error error) => CallsTold.Refused(error.Code == "not_found" ? ArticleErrors.NotFound : error);

    private static CallToolResult? WrongKey(string? key) => key is { Length: > Untrusted.MaxIdempotencyKey }
        ? CallsTold.Refused(Error.Field("idempotency_key", "idempotency.too_long", $"An idempotency key has at most {Untrusted.MaxIdempotencyKey} characters.")) : null;
}

using System.Globalization;
using MediatR;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using Result = QuestCms.Domain.Common.Result<QuestCms.Application.Ai.ClaudeAsked>;

namespace QuestCms.Web.Api.Manage;

/// <summary>Requests to Claude on the site: list, one, ask for one. What Claude writes is a proposal; a person takes it, or a program reads it and writes.</summary>
internal static class GenerationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/generations",
            Method.Get(ListAsync, "listGenerations", "What was asked of Claude on the site, newest first", typeof(PageShape<GenerationShape>)),
            Method.Post(AskAsync, "askForGeneration", "Ask Claude for a proposal in an article", typeof(AskedShape), 202, typeof(AskShape)));
        api.At("/generations/{id:guid}", Method.Get(ReadAsync, "readGeneration", "One request and what came of it", typeof(GenerationTextShape)));
    }

    /// <param name="Cost">US dollars; null without a price.</param>
    public sealed record GenerationShape(Guid Id, Guid Article, string Kind, string State, string Proposal, string By, DateTimeOffset At, string Prompt, string Model, int Tokens, decimal? Cost);

    /// <param name="Say">Why it waits, or did not finish; null otherwise.</param>
    /// <param name="Text">What came, as far as it came.</param>
    public sealed record GenerationTextShape(Guid Id, Guid Article, string Kind, string State, string Proposal, string By, DateTimeOffset At, string Prompt, string Model, string? Say, string Text, int InputTokens, int OutputTokens, decimal? Cost);

    /// <summary>Where to look for it.</summary>
    public sealed record AskedShape(Guid Id);

    /// <summary>What is asked, in which article: a kind (<c>draft</c>, <c>passage</c>, <c>titles</c>, <c>summary</c>, <c>seo</c>, <c>tags</c>, …) and what Claude is told.</summary>
    public sealed record AskShape(Guid Article, string Kind, string? Topic, string? Audience, string? Angle, string? MustSay, string? MustNotSay, string? Sources, string? Instruction, string? Context, int? Words);

    private static async Task ListAsync(HttpContext context, Caller caller, IMediator mediator, Delivery.Cursors cursors)
    {
        var query = new PageQuery(context.Request.Query, "article");
        ArticleId? article = null;
        if (query.Text("article") is { } given)
        {
            if (ArticleId.TryParse(given, null, out var id)) article = id;
            else query.Wrong("article", "id.malformed", "“article” is an id.");
        }
        var filters = query.Filters("generations", caller.Grant.SiteSlug);
        string? after = null;
        if (query.Cursor is { } cursor)
        {
            if (cursors.Read(filters, cursor) is var (_, at, id)) after = string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}_{id:N}");
            else query.NoCursor();
        }
        if (await query.RefusedAsync(context)) return;
        var page = await mediator.Send(new ListGenerations(caller.Grant.Site, article, null, null, after, query.Limit), context.RequestAborted);
        if (page.Error is { } refusal)
        {
            await PageQuery.RefuseAsync(context, refusal);
            return;
        }
        var rows = page.Value.Items;
        await query.SendAsync(context, [.. rows.Select(g => new GenerationShape(g.Id.Value, g.Article.Value, Names.Of(g.Kind), Names.Of(g.State), Names.Of(g.Proposal), g.By, g.At, g.Prompt, g.Model, g.Tokens, g.Cost))],
            page.Value.Next is null ? null : cursors.Make(filters, 0, rows[^1].At, rows[^1].Id.Value));
    }

    private static async Task ReadAsync(HttpContext context, Guid id, IMediator mediator)
    {
        var read = await mediator.Send(new GetGenerationStory(GenerationId.From(id)), context.RequestAborted);
        if (read.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else if (read.Value is var g) await Told.SendAsync(context, new GenerationTextShape(g.Id.Value, g.Article.Value, Names.Of(g.Kind), Names.Of(g.State), Names.Of(g.Proposal), g.By, g.At, g.Prompt, g.Model, g.Say, g.Text, g.InputTokens, g.OutputTokens, g.Cost));
    }

    private static async Task AskAsync(HttpContext context, Caller caller, IMediator mediator, Once once, TimeProvider clock)
    {
        if (await Incoming.JsonAsync(context, Incoming.Small * 4) is not var (body, bytes)) return;
        var article = body.Id("article", isRequired: true);
        var kind = body.Word<GenerationKind>("kind", isRequired: true);
        var brief = new Brief
        {
            Topic = body.Text("topic") ?? "",
            Audience = body.Text("audience") ?? "",
            Angle = body.Text("angle") ?? "",
            MustSay = body.Text("mustSay") ?? "",
            MustNotSay = body.Text("mustNotSay") ?? "",
            Sources = body.Text("sources") ?? "",
            Instruction = body.Text("instruction") ?? "",
            Context = body.Text("context") ?? "",
        };
        if (body.Number("words") is { } words) brief = brief with { Words = words };
        if (await Incoming.RefusedAsync(context, body)) return;
        var generation = GenerationId.From(once.NewId(context, clock.GetUtcNow()));
        await once.RunAsync(context, bytes, async () => (await mediator.Send(new AskClaude(ArticleId.From(article!.Value), generation, kind!.Value, brief, 0, 0), context.RequestAborted)).Error is { } refusal ? refusal : (Result)new ClaudeAsked(generation), asked =>
        {
            context.Response.Headers.Location = $"/api/v1/manage/sites/{caller.Grant.SiteSlug}/generations/{asked.Id}";
            return Told.SendAsync(context, new AskedShape(asked.Id.Value), 202);
        }, isQuiet: true);
    }
}

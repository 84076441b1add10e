using MediatR;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;

namespace QuestCms.Web.Api.Manage;

/// <summary>Working copies: list, write a new one, read, write over, into the bin.</summary>
internal static class ArticleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/articles",
            Method.Get(ListAsync, "listManagedArticles", "Working copies of the site, last changed first", typeof(PageShape<RowShape>)),
            Method.Post(WriteAsync, "writeNewArticle", "Write a new article", typeof(StandingShape), 201, typeof(TextShape)));
        api.At("/articles/{id:guid}",
            Method.Get(ReadAsync, "readManagedArticle", "One working copy with everything known of it", typeof(ArticleShape)),
            Method.Put(RewriteAsync, "rewriteArticle", "Put another text into the working copy", typeof(StandingShape), typeof(TextShape)),
            Method.Delete(BinAsync, "binArticle", "Put an article into the bin", typeof(StandingShape)));
    }

    private static async Task ListAsync(HttpContext context, Caller caller, IMediator mediator, Delivery.Cursors cursors)
    {
        var query = new PageQuery(context.Request.Query, "state", "kind", "category", "author", "tag", "q");
        var (state, kind) = (query.Word<ListedState>("state") ?? ListedState.Any, query.Word<ArticleKind>("kind"));
        var (words, category, author, tag) = (query.Text("q"), query.Text("category"), query.Text("author"), query.Text("tag"));
        var filters = query.Filters("articles", caller.Grant.SiteSlug);
        ArticlePlace? after = null;
        if (query.Cursor is { } cursor)
        {
            if (cursors.Read(filters, cursor) is var (rank, at, id)) after = new ArticlePlace(rank, at, id);
            else query.NoCursor();
        }
        if (await query.RefusedAsync(context)) return;
        var page = await mediator.Send(new ListManagedArticles(caller.Grant.Site, words, state, kind, category, author, tag, after, query.Limit), context.RequestAborted);
        if (page.Error is { } refusal) await PageQuery.RefuseAsync(context, refusal);
        else await query.SendAsync(context, [.. page.Value.Rows.Select(Row)], page.Value.Next is not { } next ? null : cursors.Make(filters, next.Rank, next.At, next.Id));
    }

    private static async Task WriteAsync(HttpContext context, Caller caller, IMediator mediator, Once once, TimeProvider clock)
    {
        if (await Incoming.JsonAsync(context) is not var (body, bytes)) return;
        var text = TextOf(body, isWhole: false);
        if (await Incoming.RefusedAsync(context, body)) return;
        await once.RunAsync(context, bytes, () => mediator.Send(new WriteNewArticle(caller.Grant.Site, ArticleId.New(clock.GetUtcNow()), text), context.RequestAborted), made =>
        {
            context.Response.Headers.Location = $"/api/v1/manage/sites/{caller.Grant.SiteSlug}/articles/{made.Id}";
            return Told.SendAsync(context, StandingShape.Of(made), 201, made.Version);
        });
    }

    private static async Task ReadAsync(HttpContext context, Guid id, Caller caller, IMediator mediator)
    {
        var read = await mediator.Send(new GetManagedArticle(ArticleId.From(id)), context.RequestAborted);
        if (read.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, ArticleShape.Of(read.Value, caller.Grant.SiteSlug), version: read.Value.Version);
    }

    private static async Task RewriteAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.JsonAsync(context) is not var (body, _)) return;
        var text = TextOf(body, isWhole: true);
        if (await Incoming.RefusedAsync(context, body)) return;
        var article = ArticleId.From(id);
        var written = await mediator.Send(new RewriteArticle(article, text, version), context.RequestAborted);
        if (written.Error is { } refusal) await Told.RefuseAsync(context, refusal, mediator, article);
        else await Told.SendAsync(context, StandingShape.Of(written.Value), version: written.Value.Version);
    }

    private static async Task BinAsync(HttpContext context, Guid id, IMediator mediator)
    {
        if (await Incoming.VersionAsync(context) is not { } version || await Incoming.SmallAsync(context) is not { } body || await Incoming.RefusedAsync(context, body)) return;
        await Told.StandingAsync(context, mediator, ArticleId.From(id), await mediator.Send(new BinArticle(ArticleId.From(id), version), context.RequestAborted));
    }

    // What is read as "text" can be sent back as it is. A PUT names every member, so that nothing is emptied by being forgotten.
    private static ArticleText TextOf(JsonBody body, bool isWhole)
    {
        var text = new ArticleText
        {
            Title = body.Text("title", isRequired: true) ?? "",
            Summary = body.Text("summary", isWhole) ?? "",
            Body = body.Text("body", isWhole) ?? "",
            Slug = body.Text("slug", isWhole, mayBeNull: true),
            Kind = body.Word<ArticleKind>("kind", isWhole) ?? ArticleKind.Guide,
            Category = body.Text("category", isWhole, mayBeNull: true),
            Tags = body.Texts("tags", isWhole) ?? [],
            Authors = body.Texts("authors", isWhole) ?? [],
            Image = body.Id("image", isWhole, mayBeNull: true) is { } image ? AssetId.From(image) : null,
        };
        return body.Object("seo", isWhole) is not { } seo ? text : text with { SeoTitle = seo.Text("title", isWhole) ?? "", SeoDescription = seo.Text("description", isWhole) ?? "" };
    }

    private static RowShape Row(ManagedRow r) => new(r.Id.Value, r.Version, r.Title, r.Slug, r.Kind, r.State, r.LastRevision, r.LiveRevision, r.Score, r.Words, r.ScheduledFor, r.ChangedAt, DoerShape.Of(r.ChangedBy), r.Passage);
}

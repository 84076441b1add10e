using System.Globalization;
using System.Text;
using MediatR;
using QuestCms.Application.Media;
using QuestCms.Domain.Media;

namespace QuestCms.Web.Api.Manage;

/// <summary>The library of the site: list, bring a picture, one.</summary>
internal static class MediaEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.At("/media",
            Method.Get(ListAsync, "listMedia", "Pictures of the library, newest first", typeof(PageShape<PictureShape>)),
            Method.Post(AddAsync, "addMedia", "Bring a picture: multipart/form-data with file, alt and credit", typeof(BroughtShape), 201));
        api.At("/media/{id:guid}", Method.Get(ReadAsync, "readMedia", "One picture with everything known of it", typeof(PictureShape)));
    }

    /// <param name="State"><c>waiting</c> while renditions are made, <c>ready</c>, <c>failed</c>.</param>
    /// <param name="Url">The rendition that stands in a text.</param>
    public sealed record PictureShape(Guid Id, string FileName, string Alt, string Credit, bool IsAi, int Width, int Height, string State, string Url, DateTimeOffset AddedAt, string AddedBy);

    /// <param name="Url">The rendition that stands in a text: ![alt](url).</param>
    public sealed record BroughtShape(Guid Id, string FileName, string Alt, string Url);

    private static async Task ListAsync(HttpContext context, Caller caller, IMediator mediator, Delivery.Cursors cursors)
    {
        var query = new PageQuery(context.Request.Query, "q");
        var filters = query.Filters("media", caller.Grant.SiteSlug);
        string? after = null;
        if (query.Cursor is { } cursor)
        {
            if (cursors.Read(filters, cursor) is var (_, at, id)) after = string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}_{id:N}");
            else query.NoCursor();
        }
        var words = query.Text("q");
        if (await query.RefusedAsync(context)) return;
        var list = await mediator.Send(new ListAssets(caller.Grant.Site, words, after, query.Limit), context.RequestAborted);
        if (list.Error is { } refusal)
        {
            await PageQuery.RefuseAsync(context, refusal);
            return;
        }
        var rows = list.Value.Page.Items;
        await query.SendAsync(context,
            [.. rows.Select(r => new PictureShape(r.Id.Value, r.FileName, r.AltText, r.Credit, r.IsAi, r.Width, r.Height, Names.Of(r.State), r.InText, r.AddedAt, r.AddedBy))],
            list.Value.Page.Next is null ? null : cursors.Make(filters, 0, rows[^1].AddedAt, rows[^1].Id.Value));
    }

    private static async Task ReadAsync(HttpContext context, Guid id, IMediator mediator)
    {
        var read = await mediator.Send(new GetAsset(AssetId.From(id)), context.RequestAborted);
        if (read.Error is { } refusal) await Told.RefuseAsync(context, refusal);
        else await Told.SendAsync(context, new PictureShape(read.Value.Id.Value, read.Value.FileName, read.Value.AltText, read.Value.Credit, read.Value.Making.IsAi, read.Value.Width, read.Value.Height, Names.Of(read.Value.State),
            read.Value.InText, read.Value.AddedAt, read.Value.AddedBy));
    }

    private static async Task AddAsync(HttpContext context, Caller caller, IMediator mediator, Once once)
    {
        if (!context.Request.HasFormContentType || !context.Request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            await Problems.WriteAsync(context, 415, "media_type", "A picture comes as multipart/form-data: file, alt, credit.");
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string[] known = ["alt", "credit"];
        var wrong = form.Keys.Where(k => !known.Contains(k)).Select(k => new ProblemField(null, k, "part.unknown", "There is no such part.", Names.Nearest(k, ["file", .. known]))).ToList();
        if (form.Files.Count != 1 || form.Files[0].Name != "file") wrong.Add(new(null, "file", "file.one", "One picture at a time, in the part “file”.", null));
        if (wrong.Count > 0)
        {
            await Problems.WriteAsync(context, 400, wrong[0].Code, wrong[0].Detail, wrong);
            return;
        }
        var (file, alt, credit) = (form.Files[0], form["alt"].ToString(), form["credit"].ToString());
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, context.RequestAborted);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{alt}\n{credit}\n{file.FileName}\n"), .. whole.ToArray()];
        whole.Position = 0;
        await once.RunAsync(context, content, () => mediator.Send(new AddAssets(caller.Grant.Site, [new BroughtFile(file.FileName, whole)], alt, credit), context.RequestAborted), added =>
        {
            var one = added.Added[0];
            context.Response.Headers.Location = $"/api/v1/manage/sites/{caller.Grant.SiteSlug}/media/{one.Id}";
            return Told.SendAsync(context, new BroughtShape(one.Id.Value, one.Name, one.AltText, one.Address), 201);
        });
    }
}

using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using MediatR;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Mcp;

/// <summary>What an agent may read: what is published on its site, as the delivery API reads it; working copies only with the scope preview, which the pipeline looks at.</summary>
[McpServerToolType]
internal sealed class ReadingTools(AgentSite site, PublishedLists published, IMediator mediator)
{
    private const int PageSize = 20;
    private const int MaxQuery = 200;

    public sealed record Found(string Id, string Title, string Summary, string Kind, string State, string Changed, string? Passage);
    public sealed record FoundPage(IReadOnlyList<Found> Articles, string? Next);
    public sealed record ReadText(string Id, string Title, string Summary, string Body, string Kind, IReadOnlyList<string> Tags, string State, bool Published, string Changed);

    [McpServerTool(Name = "search_articles", Title = "Search articles", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(FoundPage))]
    [Description("Finds articles of the site, 20 at a time: published ones, or with drafts=true all working copies (the key needs the scope preview). Without a query the newest come first.")]
    public async Task<CallToolResult> SearchAsync(
        [Description("Words to look for; \"a phrase\", -without. At most 200 characters; empty for the newest.")] string? query = null,
        [Description("Look through working copies, drafts among them.")] bool drafts = false,
        [Description("The value of next in the answer before, to go on from there.")] string? after = null,
        CancellationToken ct = default)
    {
        var (words, grant) = (Untrusted.Text(query).Trim(), await site.GrantAsync(ct));
        if (words.Length > MaxQuery) return CallsTold.Refused(Error.Field("query", "q.too_long", $"A search has at most {MaxQuery} characters."));
        if (drafts)
        {
            var page = await mediator.Send(new SearchWorkingCopies(grant.Site, words, string.IsNullOrEmpty(after) ? null : Untrusted.Text(after)), ct);
            return page.Error is { } error ? CallsTold.Refused(error)
                : Answer([.. page.Value.Items.Select(a => new Found(a.Id.ToString(), a.Title, "", Snake(a.Kind), Snake(a.State), Time(a.ChangedAt), a.Passage))], page.Value.Next);
        }
        var from = Place(after);
        if (from is null && !string.IsNullOrEmpty(after)) return CallsTold.Refused(Error.Field("after", "after.malformed", "This is no place of a list. Begin without one."));
        var rows = await published.ListAsync(new DeliveryFilter(grant.Site.Value, null, [], words.Length == 0 ? null : words, PageSize + 1, from), ct);
        var shown = rows.Take(PageSize).ToList();
        return Answer([.. shown.Select(Read)], rows.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].Rank:R}_{shown[^1].PublishedAt.UtcTicks}_{shown[^1].Id:N}") : null);
    }

    [McpServerTool(Name = "read_article", Title = "Read an article", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true, OutputSchemaType = typeof(ReadText))]
    [Description("One article as Markdown: the revision readers see, or with draft=true its working copy (the key needs the scope preview).")]
    public async Task<CallToolResult> ReadAsync(
        [Description("The article's id, from search_articles.")] string id,
        [Description("Read the working copy instead of what is published.")] bool draft = false,
        CancellationToken ct = default)
    {
        if (!ArticleId.TryParse(id, null, out var article)) return CallsTold.Refused(ArticleErrors.NotFound);
        if (draft)
        {
            var copy = await mediator.Send(new ReadWorkingCopy(article), ct);
            return copy.Error is { } error ? CallsTold.Refused(error.Code == "not_found" ? ArticleErrors.NotFound : error) : Answer(new ReadText(copy.Value.Id.ToString(), copy.Value.Title, copy.Value.Summary, copy.Value.Body, Snake(copy.Value.Kind), copy.Value.Tags,
                Snake(copy.Value.State), copy.Value.IsLive, Time(copy.Value.ChangedAt)));
        }
        var live = await mediator.Send(new ReadLiveText(article), ct);
        return live.Error is not null ? CallsTold.Refused(ArticleErrors.NotFound)
            : Answer(new ReadText(live.Value.Id.ToString(), live.Value.Title, live.Value.Summary, live.Value.Body, Snake(live.Value.Kind), live.Value.Tags, "published", true, Time(live.Value.FrozenAt)));
    }

    private static CallToolResult Answer(IReadOnlyList<Found> found, string? next) => CallsTold.Done(
        found.Count == 0 ? "Nothing was found." : string.Join('\n', found.Select(f => $"{f.Id}  {f.Title} ({f.Kind}, {f.State})")) + (next is null ? "" : $"\nMore: after={next}"), new FoundPage(found, next));

    private static CallToolResult Answer(ReadText text) => CallsTold.Done($"# {text.Title}\n\n{text.Body}", text);

    private static Found Read(DeliveryRow row)
    {
        using var json = JsonDocument.Parse(row.Json);
        var a = json.RootElement;
        return new Found(row.Id.ToString(), Say(a, "title"), Say(a, "summary"), Say(a, "kind"), "published", Say(a, "updatedAt"), null);
    }

    private static string Say(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    private static string Snake<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static (double, DateTimeOffset, Guid)? Place(string? after) =>
        after?.Split('_') is [var rank, var ticks, var id] && double.TryParse(rank, NumberStyles.Float, CultureInfo.InvariantCulture, out var r) && double.IsFinite(r)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid) ? (r, new DateTimeOffset(t, TimeSpan.Zero), guid) : null;
}

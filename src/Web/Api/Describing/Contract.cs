using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

/// <summary>Descriptions of addresses that are not said beside their code, by method and address below /api/v1; one that is said there counts first.</summary>
internal static class Contract
{
    private static readonly Parameter Since = Parameters.Query("since", "A cursor, or `now` for the end of the log.", () => Text());
    private static readonly Reply Resync = Reply.Refused(410, "The log can't be read on from there: it began anew, or the place is older than what is kept (90 days). Fetch everything, then follow.", "resync");

    private static readonly Reply Full = Reply.Refused(503, "The database does not answer just now, or this process has as many readers as it takes: again in a moment, or by `changes`.", "database.away", "streams.full");

    private static readonly Dictionary<string, Operation> All = new()
    {
        ["GET /sites/{site}/changes"] = new("listChanges", "Live", "Every event of a site in order: how it catches up")
        {
            Description = "Without `since` from the first event that is kept. `meta.next` is the cursor to go on from, also when nothing came.",
            Parameters = [Parameters.Site, Since, Parameters.Limit],
            Replies = Replies.OfSite(new Reply(200, "Events, the oldest first.", "ChangeList") { Headers = ["Link"], Example = "changes" }, ["cursor.invalid", "limit.range"], Resync),
        },
        ["GET /sites/{site}/events"] = new("followEvents", "Live", "The events as Server-Sent Events")
        {
            Description = "Each is a plain message with its id and the envelope as data. Resumes with `Last-Event-ID`, or `since` at first; never silent for longer than 15 seconds; ended after 14 minutes, when the reader connects again.",
            Parameters = [Parameters.Site, Since, new("Last-Event-ID", "header", "The id of the last event that was heard.", () => Text())],
            Replies = [.. Replies.OfSite(new Reply(200, "A stream.") { MediaType = "text/event-stream" }, ["cursor.invalid"], Resync, Full).Where(r => r.Status != 304).Select(r => r.Status == 200 ? r with { Headers = ["Cache-Control"] } : r)],
        },
        ["GET /sites/{site}/live"] = new("followLive", "Live", "The same events over a WebSocket")
        {
            Description = "One text message for each event. Closed with 1001 when the reader is to connect again, 1013 when it was too slow, 1008 when it sent something or may no longer read, 4410 when the log began anew.",
            Parameters = [Parameters.Site, Since],
            Replies = [.. Replies.OfSite(new Reply(101, "The line is open."), ["cursor.invalid"], Resync, Reply.Refused(426, "This address speaks WebSocket.", "websocket.needed"), Full).Where(r => r.Status != 304).Select(r => r.Status == 101 ? r with { Headers = [] } : r)],
        },
        ["GET /preview/{token}"] = new("getPreview", "Articles", "One article that is not published yet, by a link that was given out")
        {
            Description = "In the shape of an article, with what is not decided yet as null. Nobody keeps it: `private, no-store`. A link that opens nothing is 403, and never the published text.",
            Parameters = [new("token", "path", "The end of the link.", () => Text()) { Required = true }],
            Replies = [new Reply(200, "The pinned revision, or the newest text.", "AnyObject") { Headers = ["Cache-Control"] }, Reply.Refused(403, "The link is over, was revoked, or is none.", "preview.refused"), Reply.Refused(503, "The database does not answer just now.", "database.away")],
        },
        ["GET /sites/{site}/feed.rss"] = Feed("getRss", "RSS 2.0", "application/rss+xml"),
        ["GET /sites/{site}/feed.atom"] = Feed("getAtom", "Atom", "application/atom+xml"),
        ["GET /sites/{site}/feed.json"] = Feed("getJsonFeed", "JSON Feed 1.1", "application/feed+json"),
        ["GET /sites/{site}/sitemap.xml"] = Feed("getSiteMap", "The site map; an index of parts above 50,000 pieces", "application/xml", Parameters.Query("part", "A part that the index names.", () => Text())),
        ["GET /sites/{site}/llms.txt"] = Feed("getLlmsText", "What the site is, for programs that read", "text/plain"),
    };

    /// <summary>Null when nobody described it here either.</summary>
    public static Operation? Of(string method, string path) => All.GetValueOrDefault($"{method} {path}");

    private static Operation Feed(string id, string summary, string mediaType, params Parameter[] more) => new(id, "Feeds", summary)
    {
        Parameters = [Parameters.Site, .. more, Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "The newest pieces.") { MediaType = mediaType, Headers = ["Last-Modified"] }, more.Length > 0 ? ["part.unknown"] : []),
    };
}

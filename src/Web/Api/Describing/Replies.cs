namespace QuestCms.Web.Api.Describing;

/// <summary>The ways in which every reading address of a site can be answered.</summary>
internal static class Replies
{
    private static readonly Reply[] Always =
    [
        Reply.Refused(401, "The site is read with a key and none was sent, or it opens nothing.", "key.missing", "key.refused"),
        Reply.Refused(429, "Too many requests; see `Retry-After`.", "rate.limited"),
        Reply.Refused(503, "The database does not answer just now.", "database.away"),
    ];

    public static readonly string[] ParameterCodes = ["parameter.unknown", "parameter.repeated", "parameter.malformed", "parameter.too_long", "text.forbidden_characters"];

    /// <summary>200, 304, the refusals of any site's address, and more.</summary>
    public static Reply[] OfSite(Reply answer, string[] badCodes, params Reply[] more)
    {
        var notFound = more.FirstOrDefault(r => r.Status == 404) ?? Reply.Refused(404, "There is no such site, or it is not this caller's to see.", "site.not_found");
        return
        [
            answer with { Headers = [.. Headers.OfKept, .. answer.Headers] }, new Reply(304, "The caller has it: the tag in `If-None-Match` is the one of these bytes.") { Headers = Headers.OfKept },
            .. more.Where(r => r.Status != 404), Reply.Refused(400, "Something in the address can't be. Each thing that is wrong stands in `errors`, with the nearest right name.", [.. ParameterCodes, .. badCodes]), notFound, .. Always.Where(a => more.All(m => m.Status != a.Status)),
        ];
    }
}

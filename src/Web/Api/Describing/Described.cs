using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace QuestCms.Web.Api.Describing;

/// <summary>An operation of the API as it is mapped: its method, its address below /api/v1 in the writing of OpenAPI, and what was said of it.</summary>
internal sealed partial record Described(string Method, string Path, Operation Operation, Type? Answer, Type? Taken)
{
    public const string Root = "/api/v1";
    private static readonly string[] Order = ["Sites", "Articles", "Search", "Live", "Feeds", "About"];

    /// <summary>All that are mapped and described, in the order they are read in; those nobody described are told apart.</summary>
    public static (IReadOnlyList<Described> All, IReadOnlyList<string> Silent) Of(EndpointDataSource endpoints)
    {
        var (all, silent) = (new List<Described>(), new List<string>());
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText?.StartsWith(Root + "/", StringComparison.Ordinal) == true))
        {
            var path = Constraint().Replace(endpoint.RoutePattern.RawText![Root.Length..], "}");
            // An address without methods says which there are; HEAD is what GET is, without the body.
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Where(m => m != "HEAD") ?? [])
            {
                if (Operation.Of(endpoint) is { } said) all.Add(new(method, path, said, null, null));
                else if (FromMetadata(endpoint, method, path) is { } told) all.Add(told);
                else if (Contract.Of(method, path) is { } known) all.Add(new(method, path, known, null, null));
                else silent.Add($"{method} {path}");
            }
        }
        return ([.. all.OrderBy(d => Array.IndexOf(Order, d.Operation.Group) is >= 0 and var at ? at : Order.Length).ThenBy(d => d.Path.Count(c => c == '/')).ThenBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal)], silent);
    }

    // What the framework's own words say of an endpoint: its name, summary, what it takes and answers.
    private static Described? FromMetadata(RouteEndpoint endpoint, string method, string path)
    {
        var said = endpoint.Metadata;
        if (said.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } id || said.GetMetadata<IEndpointSummaryMetadata>()?.Summary is not { } summary) return null;
        var group = said.GetMetadata<ITagsMetadata>()?.Tags.FirstOrDefault() ?? "Management";
        var produced = said.GetOrderedMetadata<IProducesResponseTypeMetadata>();
        var answer = produced.FirstOrDefault(p => p.StatusCode < 300);
        var taken = said.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var codes = produced.Where(p => p.StatusCode >= 400).Select(p => p.StatusCode).Distinct().Order().ToList();
        var needsVersion = codes.Contains(428) && path.Contains("/{id}", StringComparison.Ordinal);
        var operation = new Operation(id, group, summary)
        {
            Scope = method == "GET" ? "preview" : "write",
            Parameters = [.. PathParameter().Matches(path).Select(m => new Parameter(m.Groups[1].Value, "path", m.Groups[1].Value == "site" ? "The site's slug." : "Which one.", m.Groups[1].Value == "id" ? () => Shape.Id() : () => Shape.Text()) { Required = true }),
                .. QueryOf(method, path, answer?.Type),
                .. needsVersion ? [new Parameter("If-Match", "header", "The entity tag the change was made on.", () => Shape.Text()) { Required = true }] : Array.Empty<Parameter>(),
                .. method == "POST" && !needsVersion ? [new Parameter("Idempotency-Key", "header", "The same key with the same call makes one thing and hears the same answer, for 24 hours.", () => Shape.Text())] : Array.Empty<Parameter>()],
            Replies = [new Reply(answer?.StatusCode ?? 200, "Done.", answer?.Type is { } type ? MadeSchemas.NameOf(type) : null) { Headers = answer?.StatusCode is 201 or 202 ? ["Location"] : [] },
                .. codes.Where(c => needsVersion || c is not (412 or 428)).Select(c => Reply.Refused(c, Refusals.GetValueOrDefault(c, "It was refused.")))],
        };
        return new Described(method, path, operation, answer?.Type, taken);
    }

    private static IEnumerable<Parameter> QueryOf(string method, string path, Type? answer) =>
        method == "GET" && answer is { IsGenericType: true } && !path.EndsWith('}') ? [Parameters.Limit, Parameters.Cursor] : [];

    private static readonly Dictionary<int, string> Refusals = new()
    {
        [400] = "What was sent can't be; each thing stands in `errors`.",
        [401] = "No key was sent, or it opens nothing.",
        [403] = "The key's scopes don't include this.",
        [404] = "There is no such thing on this site.",
        [409] = "It was right a moment ago; something changed since, or its state does not allow it.",
        [412] = "It was changed since it was read; `ETag` is where it stands now.",
        [413] = "More than is taken at once.",
        [415] = "Another media type is taken.",
        [422] = "The idempotency key was sent with another call before.",
        [428] = "A change says what it was made on: send `If-Match`.",
        [429] = "Too many requests; see `Retry-After`.",
    };

    [GeneratedRegex(@"(?<=\{[a-z]+):[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex PathParameter();
}

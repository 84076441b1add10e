using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QuestCms.Web.Api.Describing;

/// <summary>An operation of the API as it is mapped: its method, its address below /api/v1 in the writing of OpenAPI, what was said of it, and the schemas it brings along.</summary>
internal sealed partial record Described(string Method, string Path, Operation Operation, IReadOnlyDictionary<string, Func<JsonObject>> Made)
{
    public const string Root = "/api/v1";
    private static readonly Dictionary<string, Func<JsonObject>> Nothing = [];
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
                if (Operation.Of(endpoint) is { } said) all.Add(new(method, path, said, Nothing));
                else if (ManagedOperations.Of(endpoint, method, path) is { } told) all.Add(told);
                else if (Contract.Of(method, path) is { } known) all.Add(new(method, path, known, Nothing));
                else silent.Add($"{method} {path}");
            }
        }
        return ([.. all.OrderBy(d => Array.IndexOf(Order, d.Operation.Group) is >= 0 and var at ? at : Order.Length).ThenBy(d => d.Path.Count(c => c == '/')).ThenBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal)], silent);
    }

    [GeneratedRegex(@"(?<=\{[a-z]+):[^}]*\}")]
    private static partial Regex Constraint();
}

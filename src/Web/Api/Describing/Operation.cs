using System.Text.Json.Nodes;

namespace QuestCms.Web.Api.Describing;

/// <summary>
/// What an address of the API does, said beside the code that answers it (<c>Describe</c>). The OpenAPI document, the page to read and try, and the tests that compare
/// every answer with what is said of it are made of these.
/// </summary>
/// <param name="Id">Unique; what a generated client calls it.</param>
/// <param name="Group">What it is listed under.</param>
/// <param name="Summary">One line.</param>
internal sealed record Operation(string Id, string Group, string Summary)
{
    /// <summary>Markdown of a few sentences.</summary>
    public string Description { get; init; } = "";
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    /// <summary>What is sent; null where nothing is.</summary>
    public Sent? Body { get; init; }
    public IReadOnlyList<Reply> Replies { get; init; } = [];
    /// <summary>The scope a key needs; null where anyone may ask, and a key only where its site wants one.</summary>
    public string? Scope { get; init; }

    /// <summary>The operation of an endpoint; null when nobody described it beside its code.</summary>
    public static Operation? Of(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Operation>();
}

/// <summary>A value of the path, the query or a header.</summary>
/// <param name="In">path, query or header.</param>
internal sealed record Parameter(string Name, string In, string Description, Func<JsonObject> Schema, JsonNode? Example = null)
{
    /// <summary>Those of the path always are.</summary>
    public bool Required { get; init; }
    /// <summary>filter[field][operator]: an object in the query.</summary>
    public bool Deep { get; init; }
}

/// <summary>What is sent to an operation.</summary>
/// <param name="Schema">A name in <see cref="Schemas"/>; null where the bytes are a file.</param>
/// <param name="Example">The name of an example file.</param>
internal sealed record Sent(string? Schema, string Description, string? Example = null, string MediaType = "application/json")
{
    public bool Required { get; init; } = true;
}

/// <summary>One way it can be answered.</summary>
/// <param name="Schema">A name in <see cref="Schemas"/>; null without a body, or where the body is no JSON.</param>
internal sealed record Reply(int Status, string Description, string? Schema = null)
{
    public string MediaType { get; init; } = "application/json";
    /// <summary>Names in <see cref="Headers"/>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];
    /// <summary>Codes of its problems, where it is one.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
    /// <summary>The name of an example file, a real answer.</summary>
    public string? Example { get; init; }

    /// <summary>A refusal: problem details with one of these codes.</summary>
    public static Reply Refused(int status, string description, params string[] codes) =>
        new(status, description, "Problem") { MediaType = "application/problem+json", Codes = codes, Headers = status is 429 or 503 ? ["Retry-After"] : status == 405 ? ["Allow"] : [] };
}

/// <summary>How a route says what it is.</summary>
internal static class Describing
{
    public static TBuilder Describe<TBuilder>(this TBuilder endpoint, Operation operation) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(operation);
}

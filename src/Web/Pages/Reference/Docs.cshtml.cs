using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Pages.Reference;

/// <summary>Every address of the API to read and to try: made of what the addresses say of themselves, as the OpenAPI document is.</summary>
[AllowAnonymous]
public sealed partial class DocsModel(EndpointDataSource endpoints) : PageModel
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal IReadOnlyList<IGrouping<string, Described>> Groups { get; private set; } = [];

    public void OnGet()
    {
        Response.Headers.CacheControl = "public, max-age=300";
        Groups = [.. Described.Of(endpoints).All.GroupBy(d => d.Operation.Group)];
    }

    internal static string? Example(Reply reply) => reply.Example is { } name && OpenApi.Example(name) is { } json ? json.ToJsonString(Written) : null;

    /// <summary>What a value is, in a word or two.</summary>
    internal static string Kind(Parameter parameter)
    {
        var shape = parameter.Schema();
        if (shape["enum"] is JsonArray values) return string.Join(", ", values.Select(v => v?.ToString() ?? "null"));
        return shape["type"] switch
        {
            JsonArray types => string.Join(" or ", types.Select(t => t!.ToString())),
            JsonValue type when type.ToString() == "integer" => shape["maximum"] is { } most ? $"{shape["minimum"]} to {most}" : "whole number",
            JsonValue type when type.ToString() == "array" => "may repeat",
            JsonValue type => shape["format"]?.ToString() ?? type.ToString(),
            _ => "",
        };
    }

    /// <summary>Prose with `code` in it; nothing else is markup.</summary>
    internal static IHtmlContent Prose(string text) => new HtmlString(Code().Replace(WebUtility.HtmlEncode(text), "<code>$1</code>"));

    internal static IEnumerable<Parameter> Tried(Described one) => one.Operation.Parameters.Where(p => !p.Deep && p.Name is not ("If-None-Match" or "Last-Event-ID"));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

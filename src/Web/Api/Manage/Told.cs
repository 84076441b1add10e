using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Web.Api.Manage;

/// <summary>How the management API answers: camelCase, words in snake_case, nulls present, UTC; the entity tag of an article is its version.</summary>
internal static class Told
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new TypedIdJson(), new Moments() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What a message calls a field, and where it stands in a body of the API.
    private static readonly Dictionary<string, string> Pointers = new(StringComparer.Ordinal) { ["seoTitle"] = "seo/title", ["seoDescription"] = "seo/description", ["bylines"] = "authors", ["cover"] = "image", ["wanted"] = "types" };

    public static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static async Task SendAsync<T>(HttpContext context, T answer, int status = 200, int? version = null)
    {
        if (version is { } tag) context.Response.Headers.ETag = TagOf(tag);
        if (status == 200 && version is { } known && IsKnown(context.Request, TagOf(known)))
        {
            context.Response.StatusCode = 304;
            return;
        }
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, Json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>After a write: where the article stands now, with its new entity tag; or the refusal.</summary>
    public static async Task StandingAsync(HttpContext context, IMediator mediator, ArticleId article, Result done)
    {
        if (done.Error is { } refusal)
        {
            await RefuseAsync(context, refusal, mediator, article);
            return;
        }
        var standing = await mediator.Send(new GetStanding(article), context.RequestAborted);
        if (standing.Error is { } gone) await RefuseAsync(context, gone);
        else await SendAsync(context, StandingShape.Of(standing.Value), version: standing.Value.Version);
    }

    /// <summary>A refusal; one because the article moved on since it was read says where it is now.</summary>
    public static async Task RefuseAsync(HttpContext context, Error error, IMediator mediator, ArticleId article)
    {
        if (error.Code is not ("article.moved_on" or "changed_meanwhile"))
        {
            await RefuseAsync(context, error);
            return;
        }
        var now = await mediator.Send(new GetStanding(article), context.RequestAborted);
        if (now.Error is null) context.Response.Headers.ETag = TagOf(now.Value.Version);
        await Problems.WriteAsync(context, 412, ArticleErrors.MovedOn.Code, ArticleErrors.MovedOn.Message);
    }

    public static Task RefuseAsync(HttpContext context, Error error) => Problems.WriteAsync(context, Problems.StatusOf(error.Kind), error.Code, error.Message,
        [.. error.Fields.Select(f => new ProblemField("/" + Pointers.GetValueOrDefault(f.Path, f.Path), null, f.Code, f.Message, null))]);

    private static bool IsKnown(HttpRequest request, string tag) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.IfNoneMatch.Any(given => given is not null && given.Split(',').Any(t => t.Trim() is var one && (one == "*" || one == tag || one == "W/" + tag)));

    // RFC 3339 with a Z, to the millisecond.
    private sealed class Moments : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();
        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}

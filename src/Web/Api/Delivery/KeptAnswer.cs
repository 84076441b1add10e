using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What tells two answers apart. The host counts only where no setting says the house's address, for pages and feeds hold absolute ones.</summary>
/// <param name="Query">Sorted by name, with its question mark; empty without one.</param>
internal readonly record struct KeptKey(string Path, string Query, string Host, bool IsHttps, Coding Coding);

/// <summary>A whole answer: its headers as they are set, its bytes as they are sent. Nothing of it depends on who asks.</summary>
internal sealed class KeptAnswer
{
    // Objects, dictionary, list node and the texts of an answer beside its bytes, roughly.
    private const int Around = 1_600;

    public required int Status { get; init; }
    public required KeyValuePair<string, StringValues>[] Headers { get; init; }
    public required byte[] Body { get; init; }
    /// <summary>With its quotes; null where the answer has none.</summary>
    public string? Tag { get; init; }
    public DateTimeOffset? Changed { get; init; }
    /// <summary>Others may be given this very answer.</summary>
    public bool IsForAll { get; init; }
    public bool IsKept => IsForAll && Status == StatusCodes.Status200OK && Tag is not null;
    /// <summary>The article it holds and nothing besides; null where any event of the site makes it old.</summary>
    public Guid? OnlyOf { get; init; }

    /// <summary>Where it is kept; set by <see cref="KeptAnswers"/>.</summary>
    public KeptKey Key { get; set; }
    /// <summary>Null for what is of all sites.</summary>
    public Guid? Site { get; set; }
    public LinkedListNode<KeptAnswer>? Place { get; set; }
    public bool WasAsked;

    public long Size => Body.Length + Around + (2L * (Key.Path.Length + Key.Query.Length));

    /// <summary>Sends it, or says that the reader has it. It never waits where the bytes go into the server's own buffer.</summary>
    public Task SendAsync(HttpContext context, bool hasIt)
    {
        var response = context.Response;
        var headers = response.Headers;
        response.StatusCode = hasIt ? StatusCodes.Status304NotModified : Status;
        foreach (var (name, value) in Headers)
            if (!hasIt || !IsOfTheBody(name)) headers[name] = value;
        if (hasIt) return Task.CompletedTask;
        headers.ContentLength = Body.Length;
        if (Body.Length == 0 || HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;
        if (Body.Length > InOneGo) return response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
        response.BodyWriter.Write(Body);
        return Task.CompletedTask;
    }

    private const int InOneGo = 32 * 1024;

    private static bool IsOfTheBody(string name) => ReferenceEquals(name, HeaderNames.ContentType) || ReferenceEquals(name, HeaderNames.ContentEncoding);

    /// <summary>Takes over what was said so far and is in the response's headers, with the bytes beside it.</summary>
    public static KeptAnswer Of(HttpResponse response, byte[] bytes, Coding coding, DeliverySite? site, Guid? onlyOf, IEnumerable<KeyValuePair<string, StringValues>> always)
    {
        var headers = response.Headers;
        var isGood = response.StatusCode == StatusCodes.Status200OK;
        var isForAll = headers.SetCookie.Count == 0 && (!isGood || headers.CacheControl.ToString().Contains("public", StringComparison.Ordinal));
        var tag = headers.ETag.ToString();
        if (isGood)
        {
            if (tag.Length == 0) headers.ETag = tag = $"\"{Application.Delivery.Compressed.TagOf(bytes)}\"";
            if (headers.ContentEncoding.Count == 0 && Codings.Pack(bytes, coding) is { } packed)
            {
                bytes = packed;
                headers.ContentEncoding = Codings.NameOf(coding);
                headers.ETag = tag = $"{tag[..^1]}-{Codings.NameOf(coding)}\""; // other bytes, another tag
            }
        }
        Caching.Complete(headers, response.StatusCode, site);
        headers.ContentLength = null;
        headers.Remove(HeaderNames.TransferEncoding);
        return new KeptAnswer
        {
            Status = response.StatusCode,
            Headers = [.. headers.Concat(always).GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase).Select(h => Known(h.Last()))],
            Body = bytes,
            Tag = tag.Length > 0 ? tag : null,
            Changed = DateTimeOffset.TryParseExact(headers.LastModified, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            IsForAll = isForAll,
            OnlyOf = onlyOf,
        };
    }

    /// <summary>The same for what was made without a response: its headers, told apart by reference already, its bytes packed.</summary>
    public static KeptAnswer OfReady(IHeaderDictionary headers, byte[] bytes, DateTimeOffset changed, Guid? onlyOf, DeliverySite site, KeyValuePair<string, StringValues>[] always)
    {
        Caching.Complete(headers, StatusCodes.Status200OK, site);
        return new KeptAnswer
        {
            Status = StatusCodes.Status200OK,
            Headers = [.. headers, .. always],
            Body = bytes,
            Tag = headers.ETag.ToString(),
            Changed = new DateTimeOffset(changed.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero),
            IsForAll = headers.CacheControl.ToString().Contains("public", StringComparison.Ordinal),
            OnlyOf = onlyOf,
        };
    }

    // The two that a 304 leaves out are told apart by reference.
    private static KeyValuePair<string, StringValues> Known(KeyValuePair<string, StringValues> header) =>
        header.Key.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase) ? new(HeaderNames.ContentType, header.Value)
        : header.Key.Equals(HeaderNames.ContentEncoding, StringComparison.OrdinalIgnoreCase) ? new(HeaderNames.ContentEncoding, header.Value) : header;
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// Lets what stands behind the door answer into memory: always the whole answer, as if it were asked with GET, without conditions, cookies or key, so that it is everybody's;
/// and to its end, though the one who asked may go away meanwhile: others wait for it.
/// </summary>
internal sealed class AnswerMaking(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly string[] Personal =
    [
        HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfMatch, HeaderNames.IfUnmodifiedSince, HeaderNames.IfRange, HeaderNames.Range, HeaderNames.Cookie, HeaderNames.Authorization,
        Hosting.SiteKeyHandler.Header,
    ];

    private long _made;

    /// <summary>How often something was executed since the start.</summary>
    public long Made => Interlocked.Read(ref _made);

    public async Task<KeptAnswer> MakeAsync(HttpContext context, RequestDelegate behind, DeliveryCall call, bool isApi, Coding coding, DeliverySite? site)
    {
        Interlocked.Increment(ref _made);
        var (request, response) = (context.Request, context.Response);
        var (method, aborted, body) = (request.Method, context.RequestAborted, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        var taken = new List<KeyValuePair<string, StringValues>>();
        foreach (var name in Personal)
            if (request.Headers.Remove(name, out var value)) taken.Add(new(name, value));
        using var limit = new CancellationTokenSource(Longest, clock);
        using var bytes = new MemoryStream();
        var into = new StreamResponseBodyFeature(bytes);
        context.Features.Set<IHttpResponseBodyFeature>(into);
        context.Features.Set(call);
        (request.Method, context.RequestAborted) = (HttpMethods.Get, limit.Token);
        try
        {
            await behind(context);
            await into.CompleteAsync();
        }
        finally
        {
            (request.Method, context.RequestAborted) = (method, aborted);
            foreach (var (name, value) in taken) request.Headers[name] = value;
            context.Features.Set(body);
        }
        var answer = KeptAnswer.Of(response, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), coding, site, call.OnlyOf, DeliveryHeaders.Always(isApi, request.IsHttps, site));
        response.Clear();
        return answer;
    }
}

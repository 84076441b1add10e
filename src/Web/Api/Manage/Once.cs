using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Api.Manage;

/// <summary>
/// <c>Idempotency-Key</c>: the same key with the same call makes one thing and hears the same answer, for 24 hours, whichever replica is asked. The answer is stored with the thing, in its
/// save, under an operation that is the site key's and the address's own; so the first time costs no look-up, and of two at once the database lets one store.
/// </summary>
internal sealed class Once(Acting acting, IOperationLog operations, Caller caller)
{
    public const string Header = "Idempotency-Key";
    private const int MostLength = 200;
    private static readonly ConcurrentDictionary<Guid, bool> InFlight = [];

    /// <summary>Sends and answers with <paramref name="tell"/>; a refusal with <see cref="Told.RefuseAsync(HttpContext, Error)"/>, unless it was done before: then the answer of that time.</summary>
    /// <param name="isQuiet">The message says no more than that it is done: whether that was this call is looked up.</param>
    /// <param name="content">What the call says beside its address: another one under the same key is another call.</param>
    public async Task RunAsync<T>(HttpContext context, ReadOnlyMemory<byte> content, Func<Task<Result<T>>> send, Func<T, Task> tell, bool isQuiet = false) where T : class
    {
        var given = context.Request.Headers[Header];
        if (given.Count == 0)
        {
            await TellAsync(context, await send(), tell);
            return;
        }
        var key = given.ToString().Trim();
        if (given.Count > 1 || key.Length is 0 or > MostLength || key.Any(c => c is < ' ' or > '~'))
        {
            await Problems.WriteAsync(context, 400, "idempotency.malformed", $"An idempotency key is one text of 1 to {MostLength} visible ASCII characters; a random UUID is a good one.");
            return;
        }
        var operation = IdOf($"{context.Request.Method} {context.Request.Path}\n{key}");
        if (!InFlight.TryAdd(operation, true))
        {
            context.Response.Headers.RetryAfter = "1";
            await Problems.WriteAsync(context, 409, "idempotency.in_flight", "A call with this idempotency key is being carried out. Ask again in a second: you will hear its answer.");
            return;
        }
        try
        {
            acting.Under(operation, SHA256.HashData(content.Span));
            var result = await send();
            // Stored before, a call meets itself: whatever refuses it then, what was answered stands.
            if ((result.Error is null && !isQuiet) || await operations.AnswerAsync<T>(acting, context.RequestAborted) is not { } kept) await TellAsync(context, result, tell);
            else if (kept.IsSameCall) await tell(kept.Answer);
            else await Problems.WriteAsync(context, 422, "idempotency.mismatch", "This idempotency key was sent with another body before. Take a new key for a new call.");
        }
        finally
        {
            InFlight.TryRemove(operation, out _);
        }
    }

    /// <summary>The id of what a quiet message makes: the same call makes the same thing.</summary>
    public Guid NewId(HttpContext context, DateTimeOffset now) => context.Request.Headers[Header].ToString().Trim() is { Length: > 0 } key ? IdOf($"{context.Request.Path} makes\n{key}") : Guid.CreateVersion7(now);

    private static Task TellAsync<T>(HttpContext context, Result<T> result, Func<T, Task> tell) => result.Error is { } refusal ? Told.RefuseAsync(context, refusal) : tell(result.Value);

    // A version of our own making; the log mixes the acting key into it.
    private Guid IdOf(string call)
    {
        Span<byte> id = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Grant.Key.Value:N}\n{call}")).AsSpan(0, 16);
        (id[6], id[8]) = ((byte)((id[6] & 0x0F) | 0x80), (byte)((id[8] & 0x3F) | 0x80));
        return new Guid(id, bigEndian: true);
    }
}

using System.Security.Claims;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Web.Hosting;

/// <summary>Says who acts in this request: a person by cookie, an agent by the key of its site. It comes after authorisation, which is where a key is read. A form or call may name its operation, so that the same one sent twice is stored once.</summary>
internal sealed class ActingMiddleware(RequestDelegate next)
{
    public const string OperationHeader = "X-Operation";

    public Task InvokeAsync(HttpContext context, Acting acting)
    {
        if (context.User.Identity?.IsAuthenticated == true && PersonId.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), null, out var person))
        {
            Guid? operation = Guid.TryParse(context.Request.Headers[OperationHeader], out var given) ? given : null;
            acting.Begin(Actor.Of(person, context.User.Identity.Name ?? "someone"), operation);
        }
        else if (Guid.TryParse(context.User.FindFirstValue(SiteKeyHandler.KeyClaim), out var key))
        {
            acting.Begin(Actor.OfKey(key, context.User.Identity!.Name ?? "someone"));
        }
        return next(context);
    }
}

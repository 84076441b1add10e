using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The one rule of delivery: which site an address names, and whether this caller may read it.</summary>
internal sealed class SiteGate(SiteBoard board, IKeyRing keys)
{
    /// <summary>Null when the refusal was answered: <c>site.not_found</c>, <c>key.missing</c>.</summary>
    public async ValueTask<DeliverySite?> EnterAsync(HttpContext context, string slug, CancellationToken ct)
    {
        var site = PlainText.HasForbidden(slug) ? null : (await board.NowAsync(ct)).Of(slug);
        if (site is null) await Problems.WriteAsync(context, 404, "site.not_found", "There is no such site.");
        else if (!DeliveryCall.MayRead(context, site)) await Problems.WriteAsync(context, 401, "key.missing", "This site is read with a key.");
        else return site;
        return null;
    }

    /// <summary>
    /// Whether who came in may go on reading: asked by a stream at each beat. Answers nothing. Who came with a key needs it all the time, also where anyone may read: to revoke it is to end what
    /// it opened. With the database away nobody is cut off, for nothing can be told and no event comes.
    /// </summary>
    public async ValueTask<bool> IsStillOpenAsync(HttpContext context, string slug, CancellationToken ct)
    {
        try
        {
            if ((await board.NowAsync(ct)).Of(slug) is not { } site || !DeliveryCall.MayRead(context, site)) return false;
            return context.Features.Get<DeliveryCall>()?.Grant is not { } grant || await keys.OfAsync(grant.Key, ct) is not null;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return true;
        }
    }
}

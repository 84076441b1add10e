using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Ui;

/// <summary>
/// The site a studio page shows: the one its form was made for (<c>&lt;operation /&gt;</c> says it, so that a switch in another tab moves no form), else
/// <c>?site=slug</c>, else the one chosen last (cookie), else the first of the person's. A convenience of the pages; permission never reads it.
/// </summary>
public sealed class CurrentSite(IHttpContextAccessor http, MediatR.IMediator mediator, Acting acting)
{
    public const string Cookie = "quest-site";
    public const string Field = "site";
    private MySites? _mine;

    public async Task<SiteId?> IdAsync(CancellationToken ct) => (await LookAsync(ct))?.Id;

    public async Task<MySite?> LookAsync(CancellationToken ct)
    {
        if (acting.Actor.Person is null) return null;
        var mine = await MineAsync(ct);
        var request = http.HttpContext!.Request;
        var wanted = request.HasFormContentType && request.Form[Field].ToString() is { Length: > 0 } posted ? posted
            : request.Query[Field].ToString() is { Length: > 0 } asked ? asked : request.Cookies[Cookie];
        return mine.Sites.FirstOrDefault(s => s.Slug == wanted) ?? (mine.Sites.Count > 0 ? mine.Sites[0] : null);
    }

    /// <summary>Route values that keep a page on this site after a redirect; null when the cookie names it anyway.</summary>
    public async Task<object?> RouteAsync(CancellationToken ct) =>
        await LookAsync(ct) is { } here && http.HttpContext!.Request.Cookies[Cookie] != here.Slug ? new { site = here.Slug } : null;

    public async Task<MySites> MineAsync(CancellationToken ct)
    {
        if (_mine is not null) return _mine;
        var result = await mediator.Send(new GetMySites(), ct);
        return _mine = result.Error is null ? result.Value : MySites.None;
    }
}

using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Ui;

/// <summary>
/// The site a studio page shows: <c>?site=slug</c>, else the one chosen last (cookie), else the first of the person's. A convenience of the pages;
/// permission never reads it.
/// </summary>
public sealed class CurrentSite(IHttpContextAccessor http, MediatR.IMediator mediator, Acting acting)
{
    public const string Cookie = "quest-site";
    private MySites? _mine;

    public async Task<SiteId?> IdAsync(CancellationToken ct) => (await LookAsync(ct))?.Id;

    public async Task<MySite?> LookAsync(CancellationToken ct)
    {
        if (acting.Actor.Person is null) return null;
        var mine = await MineAsync(ct);
        var request = http.HttpContext!.Request;
        var wanted = request.Query["site"].ToString() is { Length: > 0 } asked ? asked : request.Cookies[Cookie];
        return mine.Sites.FirstOrDefault(s => s.Slug == wanted) ?? (mine.Sites.Count > 0 ? mine.Sites[0] : null);
    }

    public async Task<MySites> MineAsync(CancellationToken ct)
    {
        if (_mine is not null) return _mine;
        var result = await mediator.Send(new GetMySites(), ct);
        return _mine = result.Error is null ? result.Value : MySites.None;
    }
}

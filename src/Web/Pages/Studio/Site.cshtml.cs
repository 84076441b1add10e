using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio;

/// <summary>Goes to another site: kept in a cookie, nothing else changes.</summary>
public sealed class SiteModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken ct)
    {
        if ((await current.MineAsync(ct)).Sites.Any(s => s.Slug == slug))
            Response.Cookies.Append(CurrentSite.Cookie, slug!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return Redirect("/studio");
    }

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Redirect("/studio"));
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Pages;

/// <summary>The door: to the studio for who is signed in, to the sites for everybody else.</summary>
[AllowAnonymous]
public sealed class IndexModel(SiteBoard board) : PageModel
{
    public IReadOnlyList<DeliverySite> Sites { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (User.Identity?.IsAuthenticated == true) return Redirect("/studio");
        Sites = [.. (await board.NowAsync(ct)).All.Where(s => s.AnonymousReading)];
        return Page();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Web.Api.Explaining;

namespace QuestCms.Web.Pages.Reference;

/// <summary>All codes of problems.</summary>
[AllowAnonymous]
public sealed class ProblemsModel : PageModel
{
    internal IEnumerable<ProblemCode> All { get; } = ProblemCodes.All;

    public void OnGet() => Response.Headers.CacheControl = "public, max-age=300";
}

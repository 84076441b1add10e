using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Web.Api.Explaining;

namespace QuestCms.Web.Pages.Reference;

/// <summary>Where the <c>type</c> of a problem leads: what happened and what to do.</summary>
[AllowAnonymous]
public sealed class ProblemModel : PageModel
{
    internal ProblemCode Explained { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (ProblemCodes.Of(code) is not { } explained) return NotFound();
        Response.Headers.CacheControl = "public, max-age=300";
        Explained = explained;
        return Page();
    }
}

namespace QuestCms.ArchitectureTests.Offenders;

/// <summary>A page that says for nobody whom it is for, and posts in a way of its own.</summary>
internal sealed class OpenPage : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
{
    public void OnPost() => Response.StatusCode = 204;
}

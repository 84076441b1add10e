using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Application.Content;

namespace QuestCms.Web.Pages.Reference;

/// <summary>What a provenance card says, what it does not prove, how to check it: the guide, rendered as any text of the house.</summary>
[AllowAnonymous]
public sealed class ProvenanceModel(IRenderer renderer) : PageModel
{
    private static string? _html;

    public string Guide { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        Guide = _html ??= (await renderer.RenderAsync(Written(), ct)).Value.Html;
    }

    internal static string Written()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("provenance.md")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

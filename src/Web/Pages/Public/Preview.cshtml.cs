using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Web.Api;
using QuestCms.Web.Api.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>An article before readers see it, for who was sent the link. Nobody keeps it, no search engine lists it.</summary>
[AllowAnonymous]
public sealed class PreviewModel(IMediator mediator, PieceHtml pieces) : PageModel
{
    /// <summary>The piece as its page would show it.</summary>
    public HtmlText? Shown { get; private set; }
    public PreviewedArticle? Preview { get; private set; }
    public string Refusal { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        PreviewEndpoints.KeepNowhere(Response);
        var opened = await mediator.Send(new OpenPreview(PlainText.HasForbidden(token) ? "" : token), ct);
        if (opened.Error is { } error)
        {
            (Refusal, Response.StatusCode) = (error.Message, Problems.StatusOf(error.Kind));
            ViewData["Public"] = new PublicPage("Quest", "/", "No preview", "") { NoIndex = true };
            return Page();
        }
        Preview = opened.Value;
        var piece = PublicPiece.Of(Preview.Json, Preview.Html);
        pieces.Write(Shown = new HtmlText(), new ShownPiece(piece, Preview.SiteSlug, [], []));
        ViewData["Public"] = new PublicPage(Preview.SiteName, PublicPaths.Home(Preview.SiteSlug), $"Preview: {piece.Title}", "") { NoIndex = true, Locale = piece.Locale };
        return Page();
    }
}

using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages;

/// <summary>Somebody forgot the password and asks for a link. What is answered does not depend on whose address it is.</summary>
[AllowAnonymous]
public sealed class ForgottenModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty] public string? Email { get; set; }
    /// <summary>Where the answer is shown; it says nothing of the address.</summary>
    [BindProperty(SupportsGet = true, Name = "asked")] public bool IsAsked { get; set; }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Perform(new AskForNewPassword(Email ?? "", Network.Of(HttpContext.Connection.RemoteIpAddress)), null, () => RedirectToPage(new { asked = true }), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct)
    {
        IsAsked = false;
        return Task.FromResult<IActionResult>(Page());
    }
}

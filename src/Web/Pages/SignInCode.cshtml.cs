using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages;

/// <summary>The second step of a sign-in: a code of the app, or a recovery code. Who the person is stands in a cookie of five minutes.</summary>
[AllowAnonymous]
public sealed class SignInCodeModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty(SupportsGet = true)] public bool Remember { get; set; }
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/studio") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Perform(new SignInWithCode(Code ?? "", Remember), null, () => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/studio"), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct)
    {
        // A wrong code is not typed again by correcting it.
        ModelState.SetModelValue(nameof(Code), "", "");
        return Task.FromResult<IActionResult>(Page());
    }
}

using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages;

/// <summary>Address and password; then to where the person wanted to go.</summary>
[AllowAnonymous]
public sealed class SignInModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public bool Remember { get; set; } = true;
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/studio") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Perform(new SignIn(Email ?? "", Password ?? "", Remember), null, () => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/studio"), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}

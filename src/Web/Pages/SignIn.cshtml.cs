using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages;

/// <summary>Address and password, and a code where the person wants one asked for; or a passkey. Then to where the person wanted to go.</summary>
[AllowAnonymous]
public sealed class SignInModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public bool Remember { get; set; } = true;
    [BindProperty] public string? Credential { get; set; }
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/studio") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Perform(new SignIn(Email ?? "", Password ?? "", Remember), _ => null, step => step == SignInStep.CodeWanted ? RedirectToPage("/SignInCode", new { ReturnUrl, Remember }) : Wanted(), ct);

    /// <summary>What the script hands to the authenticator.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) => Perform(new AskForPasskey(), _ => null, asked => Content(asked, "application/json"), ct);

    public Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct) => Perform(new SignInWithPasskey(Credential ?? "", Remember), null, Wanted, ct);

    private LocalRedirectResult Wanted() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/studio");

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}

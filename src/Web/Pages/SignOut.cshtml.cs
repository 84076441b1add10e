using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages;

/// <summary>Takes the sign-out form of the shell.</summary>
[AllowAnonymous]
public sealed class SignOutModel(IMediator mediator) : StudioPage(mediator)
{
    public IActionResult OnGet() => Redirect("/sign-in");

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => Perform(new SignOut(), "You are signed out.", () => RedirectToPage("/SignIn"), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Redirect("/sign-in"));
}

using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages;

/// <summary>Where a one-time link leads: choose a password, then sign in.</summary>
[AllowAnonymous]
public sealed class SetPasswordModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public PersonId Person { get; set; }
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Again { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Password != Again) return await Refused(Error.Field("again", "password.differs", "The two passwords differ. Type the same one twice."), ct);
        return await Perform(new SetPasswordByLink(Person, Token ?? "", Password ?? ""), "Your password is set. Sign in with it.", () => RedirectToPage("/SignIn"), ct);
    }

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Accounts;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Account;

/// <summary>Change one's password; every other session ends.</summary>
public sealed class PasswordModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty] public string? Current { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Again { get; set; }

    /// <summary>Nothing else opens until it is changed.</summary>
    public bool IsGiven => User.HasClaim(c => c.Type == AccountClaims.MustChangePassword);

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Password != Again) return await Refused(Error.Field("again", "password.differs", "The two passwords differ. Type the same one twice."), ct);
        return await Perform(new ChangePassword(Current ?? "", Password ?? ""), "Your password is changed; other browsers are signed out within a minute.", () => Redirect("/studio"), ct);
    }

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Page());
}

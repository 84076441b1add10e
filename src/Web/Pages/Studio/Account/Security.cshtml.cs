using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Account;

/// <summary>How a person signs in: passkeys, codes of an app, the password. Recovery codes are shown once, after the post that made them.</summary>
public sealed class SecurityModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Credential { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Password { get; set; }

    /// <summary>One a line. Carried over the redirect in an encrypted cookie and gone once shown.</summary>
    [TempData] public string? Recovery { get; set; }

    public MyProofs Proofs { get; private set; } = MyProofs.None;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>What the script hands to the authenticator.</summary>
    public Task<IActionResult> OnPostOfferAsync(CancellationToken ct) => Perform(new OfferPasskey(), _ => null, offered => Content(offered, "application/json"), ct);

    public Task<IActionResult> OnPostAddAsync(CancellationToken ct) => Perform(new AddPasskey(Name ?? "", Credential ?? ""), "The passkey is added: next time, “Sign in with a passkey”.", () => RedirectToPage(), ct);

    public Task<IActionResult> OnPostRemoveAsync(string? passkey, CancellationToken ct) =>
        Perform(new RemovePasskey(passkey ?? ""), "The passkey is removed; other browsers are signed out within a minute. Delete it on your device too.", () => RedirectToPage(), ct);

    public Task<IActionResult> OnPostCodesAsync(CancellationToken ct) => Perform(new OfferCodes(), null, () => RedirectToPage(), ct);

    public Task<IActionResult> OnPostOnAsync(CancellationToken ct) => Perform(new SwitchCodesOn(Code ?? ""), _ => "Codes are on: the next sign-in with your password asks for one.", ShowOnce, ct);

    public Task<IActionResult> OnPostRecoveryAsync(CancellationToken ct) => Perform(new RenewRecoveryCodes(Password ?? ""), _ => null, ShowOnce, ct);

    public Task<IActionResult> OnPostOffAsync(CancellationToken ct) =>
        Perform(new SwitchCodesOff(Password ?? ""), "Codes are off; other browsers are signed out within a minute.", () => RedirectToPage(), ct);

    /// <summary>What an app reads from the picture or the link.</summary>
    public string AddressOf(string key) => $"otpauth://totp/Quest:{Uri.EscapeDataString(Proofs.Email)}?secret={key}&issuer=Quest&algorithm=SHA1&digits=6&period=30";

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetMyProofs(), proofs => Proofs = proofs, ct);

    private RedirectToPageResult ShowOnce(RecoveryCodes made)
    {
        Recovery = string.Join('\n', made.Codes);
        return RedirectToPage();
    }
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>Mails of the house, for house administrators; without a mail server the place where they are read.</summary>
public sealed class MailsModel(IMediator mediator, HouseAddress house) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    /// <summary>Carried over the redirect in an encrypted cookie and gone once shown; nowhere stored in readable form.</summary>
    [TempData] public string? Link { get; set; }
    /// <summary>"for" and an address: a bare one could be taken for something else on its way.</summary>
    [TempData] public string? LinkFor { get; set; }

    public MailList List { get; private set; } = new(false, new Page<MailLine>([], null));

    public static string Says(MailLine mail) => mail.State switch
    {
        MailState.Waiting => mail.Attempts == 0 ? "on its way" : $"tried {Figures.Of(mail.Attempts, "time")}, tried again",
        MailState.Sent => "sent",
        MailState.Held => "not sent",
        _ => "given up",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostLinkAsync(string? address, CancellationToken ct) => Perform(new RenewSignIn(address ?? ""), _ => null, made =>
    {
        if (made.Token is { } token)
        {
            Link = house.Of($"/sign-in/link?person={made.Person}&token={Uri.EscapeDataString(token)}");
            LinkFor = $"for {address}";
        }
        return RedirectToPage(new { After });
    }, ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new ListMails(string.IsNullOrEmpty(After) ? null : After), list => List = list, ct);
}

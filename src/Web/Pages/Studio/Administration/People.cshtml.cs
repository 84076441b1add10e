using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The people of a site and what they may do there. A one-time link is shown once, here; mail comes later.</summary>
public sealed class PeopleModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public List<Role> Roles { get; set; } = [];

    public IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>Shown after an invitation, never stored in readable form.</summary>
    public string? Link { get; private set; }
    public string? LinkFor { get; private set; }

    public static string Says(Role role) => role switch
    {
        Role.Creator => "writes and submits",
        Role.Reviewer => "reads everything, decides",
        Role.Publisher => "publishes what is approved",
        _ => "people, categories, settings",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Invited(await Mediator.Send(new InvitePerson(site, Email ?? "", Name ?? "", Roles), ct), Email ?? "", ct);
    }

    public async Task<IActionResult> OnPostLinkAsync(PersonId person, CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        return await Invited(await Mediator.Send(new IssueSignInLink(site, person), ct), "this person", ct);
    }

    public async Task<IActionResult> OnPostRolesAsync(PersonId person, CancellationToken ct) =>
        await current.IdAsync(ct) is { } site
            ? await Perform(new ChangeRoles(site, person, Roles), "The roles are changed; they count from the next click on.", () => RedirectToPage(), ct)
            : NotFound();

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.IdAsync(ct) is { } site ? await Show(new ListMembers(site), members => Members = members, ct) : NotFound();

    private async Task<IActionResult> Invited(Domain.Common.Result<Invitation> invited, string who, CancellationToken ct)
    {
        if (invited.Error is { } error) return await Refused(error, ct);
        if (invited.Value.Token is not { } token)
        {
            Notice = "The roles are given. This person has an account already and needs no link.";
            return RedirectToPage();
        }
        Link = Url.Page("/SetPassword", null, new { person = invited.Value.Person, token }, Request.Scheme);
        LinkFor = who;
        (Email, Name, Roles) = (null, null, []);
        ModelState.Clear();
        return await Redisplay(ct);
    }
}

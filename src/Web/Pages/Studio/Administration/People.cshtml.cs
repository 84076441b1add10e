using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>The people of a site and what they may do there. A one-time link is shown once, here; where mails are sent, one with a link of its own goes out too.</summary>
public sealed class PeopleModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public List<Role> Roles { get; set; } = [];

    /// <summary>Carried over the redirect in an encrypted cookie and gone once shown; nowhere stored in readable form.</summary>
    [TempData] public string? Link { get; set; }
    /// <summary>"for" and a name: TempData turns a bare text that looks like an id or a date into one and then fails to give it back as text.</summary>
    [TempData] public string? LinkFor { get; set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];
    public bool IsHouseAdministrator { get; private set; }

    public static string Says(Role role) => role switch
    {
        Role.Creator => "writes and submits",
        Role.Reviewer => "reads everything, decides",
        Role.Publisher => "publishes what is approved",
        _ => "people, categories, settings",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct) =>
        await current.LookAsync(ct) is { } here
            ? await Perform(new InvitePerson(here.Id, Email ?? "", Name ?? "", Roles), KnownAlready, Done(Email, await current.RouteAsync(ct)), ct)
            : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(PersonId person, string? name, CancellationToken ct) =>
        await current.IdAsync(ct) is { } site ? await Perform(new IssueSignInLink(site, person), _ => null, Done(name, await current.RouteAsync(ct)), ct) : NotFound();

    public async Task<IActionResult> OnPostRolesAsync(PersonId person, List<Role> theirs, int? basedOn, CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var here = await current.RouteAsync(ct);
        return await Perform(new ChangeRoles(site, person, theirs, basedOn), "The roles are changed; they count from the next click on.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostSuspendAsync(PersonId person, CancellationToken ct)
    {
        var here = await current.RouteAsync(ct);
        return await Perform(new SuspendPerson(person), "The person is suspended on every site; open sessions end within a minute. Texts, roles and decisions stay.", () => RedirectToPage(here), ct);
    }

    public async Task<IActionResult> OnPostReadmitAsync(PersonId person, CancellationToken ct)
    {
        var here = await current.RouteAsync(ct);
        return await Perform(new ReadmitPerson(person), "The person may sign in again, with the roles and the password they had.", () => RedirectToPage(here), ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        IsHouseAdministrator = (await current.MineAsync(ct)).HouseAdministrator;
        return await Show(new ListMembers(site), members => Members = members, ct);
    }

    private static string? KnownAlready(Invitation invited) =>
        invited.IsMailed ? "The roles are given, and a mail with a link is on its way." : invited.Token is null ? "The roles are given. This person is known in the house already and needs no link." : null;

    private Func<Invitation, IActionResult> Done(string? who, object? here) => invited =>
    {
        if (invited.Token is { } token)
        {
            Link = Url.Page("/SetPassword", null, new { person = invited.Person, token }, Request.Scheme);
            LinkFor = $"for {(who is { Length: > 0 and <= Person.MaxEmail } ? who : "this person")}";
        }
        return RedirectToPage(here);
    };
}

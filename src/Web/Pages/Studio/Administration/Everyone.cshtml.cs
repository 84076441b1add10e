using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>Everyone of the house, for house administrators: who works where, suspend and readmit.</summary>
public sealed class EveryoneModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public Page<Somebody> People { get; private set; } = new([], null);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostSuspendAsync(PersonId person, CancellationToken ct) =>
        Perform(new SuspendPerson(person), "The person is suspended on every site; open sessions end within a minute. Texts, roles and decisions stay.", () => RedirectToPage(new { After }), ct);

    public Task<IActionResult> OnPostReadmitAsync(PersonId person, CancellationToken ct) =>
        Perform(new ReadmitPerson(person), "The person may sign in again, with the roles and the password they had.", () => RedirectToPage(new { After }), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new ListEveryone(After), people => People = people, ct);
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using QuestCms.Application.Audit;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Administration;

/// <summary>What happened on the site, or with <c>house</c> in the whole house: who, what, when.</summary>
public sealed class AuditModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid? Person { get; set; }
    [BindProperty(SupportsGet = true)] public string? What { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? About { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }
    [BindProperty(SupportsGet = true)] public bool House { get; set; }
    /// <summary>Only what concerns the safety of the house.</summary>
    [BindProperty(SupportsGet = true)] public bool Security { get; set; }

    public Page<AuditLine> Trail { get; private set; } = new([], null);
    public bool IsHouseAdministrator { get; private set; }
    public IReadOnlyList<SelectListItem> Kinds { get; } = [new("Everything", ""), .. AuditFilter.Kinds.Select(k => new SelectListItem(k.Value, k.Key))];
    public bool IsFiltered => Person is not null || !string.IsNullOrEmpty(What) || About is not null || From is not null || To is not null || Security;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var answer = await AskAsync(ct);
        if (answer is null) return NotFound();
        if (answer.Error is { } error) return error.Kind == ErrorKind.Invalid ? await Refused(error, ct) : StatusCode(Api.Problems.StatusOf(error.Kind));
        Trail = answer.Value;
        return Page();
    }

    /// <summary>The same page with some of its questions changed.</summary>
    public string? Asking(Guid? person = null, Guid? about = null, string? after = null) => Url.Page(null, new
    {
        Person = person ?? Person,
        What,
        About = about ?? About,
        From = From?.ToString("yyyy-MM-dd"),
        To = To?.ToString("yyyy-MM-dd"),
        After = after,
        House = House ? "true" : null,
        Security = Security ? "true" : null,
    });

    // A question that makes no sense is said beside its field; the list stays empty.
    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Task.FromResult<IActionResult>(Page());

    private async Task<Result<Page<AuditLine>>?> AskAsync(CancellationToken ct)
    {
        IsHouseAdministrator = (await current.MineAsync(ct)).HouseAdministrator;
        var filter = new AuditFilter(Person, string.IsNullOrEmpty(What) ? null : What, About, From, To, string.IsNullOrEmpty(After) ? null : After, Security);
        if (House) return await Mediator.Send(new ListHouseAuditTrail(filter), ct);
        return await current.IdAsync(ct) is { } site ? await Mediator.Send(new ListAuditTrail(site, filter), ct) : null;
    }
}

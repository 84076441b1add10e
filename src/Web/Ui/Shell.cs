using QuestCms.Application.Insights;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Ui;

/// <summary>The frame around a studio page, as this person sees it: read once a request.</summary>
public sealed class Shell(CurrentSite current, MediatR.IMediator mediator) : IShell
{
    private ShellView? _view;

    public async Task<ShellView> LookAsync(CancellationToken ct) => _view ??= await ReadAsync(ct);

    private async Task<ShellView> ReadAsync(CancellationToken ct)
    {
        var mine = await current.MineAsync(ct);
        var here = await current.LookAsync(ct);
        var sites = mine.Sites.Select(s => new ShellSite(s.Name, $"/studio/site/{s.Slug}")).ToList();
        var at = here is null ? null : sites[mine.Sites.ToList().IndexOf(here)];
        var sitesEntry = mine.HouseAdministrator ? [new ShellEntry(Place.Sites, "/studio/administration/sites"), new ShellEntry(Place.Prompts, "/studio/administration/prompts"), new ShellEntry(Place.Mails, "/studio/administration/mails"), new ShellEntry(Place.House, "/studio/administration/house")] : Array.Empty<ShellEntry>();
        if (here is null) return new ShellView(mine.Name, mine.HouseAdministrator ? "House administrator" : "No roles yet", null, sites, [new ShellEntry(Place.MyWork, "/studio"), .. sitesEntry]);

        var administers = mine.HouseAdministrator || here.Roles.Contains(Role.Administrator);
        var counts = here.Roles.Count == 0 ? null : (await mediator.Send(new GetShellCounts(here.Id), ct)) is { Error: null } read ? read.Value : null;
        var entries = new List<ShellEntry> { new(Place.MyWork, "/studio", counts?.SentBack, counts?.SentBack > 0) };
        if (here.Roles.Count > 0)
        {
            entries.Add(new(Place.Articles, "/studio/articles"));
            entries.Add(new(Place.Review, "/studio/review", counts?.Waiting));
            entries.Add(new(Place.Media, "/studio/media"));
            entries.Add(new(Place.Generations, "/studio/generations"));
        }
        if (administers)
        {
            entries.Add(new(Place.People, "/studio/administration/people"));
            entries.Add(new(Place.Settings, "/studio/administration/settings"));
            entries.Add(new(Place.Categories, "/studio/administration/categories"));
        }
        if (administers || RolePermissions.Give(here.Roles, Permission.Redirect)) entries.Add(new(Place.Redirects, "/studio/administration/redirects"));
        if (administers)
        {
            entries.Add(new(Place.Templates, "/studio/administration/templates"));
            entries.Add(new(Place.Claude, "/studio/administration/claude"));
            entries.Add(new(Place.Claims, "/studio/administration/claims"));
            entries.Add(new(Place.Keys, "/studio/administration/keys"));
            entries.Add(new(Place.Webhooks, "/studio/administration/webhooks"));
            entries.Add(new(Place.Audit, "/studio/administration/audit"));
        }
        entries.AddRange(sitesEntry);
        return new ShellView(mine.Name, InWords(mine, here), at, sites, entries)
        {
            NewArticleHref = RolePermissions.Give(here.Roles, Permission.Write) ? "/studio/articles/new" : null,
        };
    }

    private static string InWords(MySites mine, MySite here) =>
        here.Roles.Count > 0 ? $"{string.Join(", ", here.Roles)} on {here.Name}" : mine.HouseAdministrator ? "House administrator" : "No roles yet";
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A publisher or administrator says where an address of the site leads that shows nothing: to an article of the site, wherever that moves, or to an https address. Errors:
/// <c>redirect.from</c>, <c>redirect.to</c>, <c>redirect.not_live</c>, <c>redirect.taken</c>, <c>redirect.former</c>, <c>redirect.exists</c>, <c>redirect.loop</c>,
/// <c>redirect.chain</c>, <c>redirect.chained</c>.
/// </summary>
/// <param name="From">Path on the site, or its whole address.</param>
/// <param name="To">Slug, address or id of an article that readers see; or an https address.</param>
[Requires(Permission.Redirect)]
public sealed record AddRedirect(SiteId Site, string From, string To) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class AddRedirectValidator : AbstractValidator<AddRedirect>
{
    public AddRedirectValidator()
    {
        RuleFor(c => c.From).Text("The address", Redirect.MaxUrl);
        RuleFor(c => c.To).Text("The target", Redirect.MaxUrl);
    }
}

internal sealed class AddRedirectHandler(IQuestDb db, EventOutbox outbox, TimeProvider clock) : ICommandHandler<AddRedirect>
{
    public async Task<Result> Handle(AddRedirect command, CancellationToken ct)
    {
        var site = await db.PublishedSites.AsNoTracking().FirstOrDefaultAsync(s => s.Id == command.Site, ct);
        if (site is null) return CommonErrors.NotFound;
        if (RedirectAddress.Read(command.From, site.Slug) is not { } from) return RedirectAddress.NoFrom;
        if (await TakenAsync(command.Site, from, ct) is { } taken) return taken;
        var made = await MakeAsync(command, site.Slug, from, clock.GetUtcNow(), ct);
        if (made.Error is { } refusal) return refusal;
        db.Redirects.Add(made.Value);
        await outbox.AddAsync(DeliveryEvent.TellSite(site, ["redirects"], clock.GetUtcNow()), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return RedirectAddress.Exists;
        }
        return Result.Done;
    }

    private async Task<Error?> TakenAsync(SiteId site, string from, CancellationToken ct)
    {
        if (await db.PublishedArticles.AnyAsync(p => p.Site == site && p.Slug == from, ct)) return RedirectAddress.Taken;
        if (await db.FormerSlugs.AnyAsync(f => f.Site == site && f.Slug == from, ct)) return RedirectAddress.Former;
        if (await db.Redirects.AnyAsync(r => r.Site == site && r.From == from, ct)) return RedirectAddress.Exists;
        return await db.Redirects.AnyAsync(r => r.Site == site && r.Path == from, ct) ? RedirectAddress.Chained : null;
    }

    private async Task<Result<Redirect>> MakeAsync(AddRedirect command, string slug, string from, DateTimeOffset now, CancellationToken ct)
    {
        var to = command.To.Trim();
        if (await LiveArticles.FindAsync(db, command.Site, slug, to, ct) is { } article)
        {
            var title = await db.PublishedArticles.AsNoTracking().Where(p => p.Article == article).Select(p => p.Shown.Title).FirstAsync(ct);
            return Redirect.ToArticle(command.Site, from, article, title, now);
        }
        if (!Uri.TryCreate(to, UriKind.Absolute, out var url)) return to.Length == 0 ? RedirectAddress.NoTo : RedirectAddress.NotLive;
        if (url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0 || url.Host.Length == 0 || url.AbsoluteUri.Length > Redirect.MaxUrl) return RedirectAddress.NoTo;
        // Under which name the house is reached is not known here: what looks like an address of this site is taken for one.
        var path = RedirectAddress.OwnPath(url.AbsolutePath, slug);
        if (path == from) return RedirectAddress.Loop;
        if (path is not null && await LeadsOnAsync(command.Site, path, ct)) return RedirectAddress.Chain;
        return Redirect.ToUrl(command.Site, from, url, path, now);
    }

    private async Task<bool> LeadsOnAsync(SiteId site, string path, CancellationToken ct) =>
        await db.Redirects.AnyAsync(r => r.Site == site && r.From == path, ct) || await db.FormerSlugs.AnyAsync(f => f.Site == site && f.Slug == path, ct);
}

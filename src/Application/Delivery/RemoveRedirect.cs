using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>A publisher or administrator takes a redirect away: its address is not found from now on. Error: NotFound, also for the former address of an article, which leads on by itself.</summary>
[Requires(Permission.Redirect)]
public sealed record RemoveRedirect(SiteId Site, string From) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class RemoveRedirectValidator : AbstractValidator<RemoveRedirect>
{
    public RemoveRedirectValidator() => RuleFor(c => c.From).Text("The address", Redirect.MaxFrom);
}

internal sealed class RemoveRedirectHandler(IQuestDb db, EventOutbox outbox, TimeProvider clock) : ICommandHandler<RemoveRedirect>
{
    public async Task<Result> Handle(RemoveRedirect command, CancellationToken ct)
    {
        var redirect = await db.Redirects.FirstOrDefaultAsync(r => r.Site == command.Site && r.From == command.From, ct);
        if (redirect is null) return RedirectAddress.NotFound;
        redirect.Remove();
        db.Redirects.Remove(redirect);
        var site = await db.PublishedSites.AsNoTracking().FirstAsync(s => s.Id == command.Site, ct);
        await outbox.AddAsync(DeliveryEvent.TellSite(site, ["redirects"], clock.GetUtcNow()), ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Audit;

/// <summary>What happened on a site, newest first, fifty at a time. Errors: an unknown kind, a malformed place, a last day before the first (Invalid).</summary>
[Requires(Permission.AdministerSite)]
public sealed record ListAuditTrail(SiteId Site, AuditFilter Filter) : IQuery<Page<AuditLine>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ListAuditTrailValidator : AbstractValidator<ListAuditTrail>
{
    public ListAuditTrailValidator() => RuleFor(q => q.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class ListAuditTrailHandler(AuditTrail trail) : IQueryHandler<ListAuditTrail, Page<AuditLine>>
{
    public Task<Result<Page<AuditLine>>> Handle(ListAuditTrail query, CancellationToken ct)
    {
        var site = query.Site.Value;
        return trail.ReadAsync(trail.Everything.Where(e => e.Site == site), query.Filter, ct);
    }
}

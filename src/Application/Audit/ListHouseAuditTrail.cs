using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Audit;

/// <summary>What happened in the house and on all its sites, newest first, fifty at a time. Errors as of <see cref="ListAuditTrail"/>.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record ListHouseAuditTrail(AuditFilter Filter) : IQuery<Page<AuditLine>>;

internal sealed class ListHouseAuditTrailValidator : AbstractValidator<ListHouseAuditTrail>
{
    public ListHouseAuditTrailValidator() => RuleFor(q => q.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class ListHouseAuditTrailHandler(AuditTrail trail) : IQueryHandler<ListHouseAuditTrail, Page<AuditLine>>
{
    public Task<Result<Page<AuditLine>>> Handle(ListHouseAuditTrail query, CancellationToken ct) => trail.ReadAsync(trail.Everything, query.Filter, ct);
}

using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Sites;

/// <summary>Everyone of the house with what they are where, by address, a hundred at a time. <paramref name="After"/> is the last address of the page before.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record ListEveryone(string? After = null) : IQuery<Page<Somebody>>;

/// <summary>One person; <paramref name="Works"/> says "Creator on Relocation" for each site with a role.</summary>
public sealed record Somebody(PersonId Person, string Name, string Email, bool IsHouseAdministrator, DateTimeOffset? SuspendedAt, IReadOnlyList<string> Works);

internal sealed class ListEveryoneValidator : AbstractValidator<ListEveryone>
{
    public ListEveryoneValidator() => RuleFor(q => q.After!).Text("The place to go on from", Person.MaxEmail).When(q => q.After is not null);
}

internal sealed class ListEveryoneHandler(IQuestDb db) : IQueryHandler<ListEveryone, Page<Somebody>>
{
    private const int PageSize = 100;

    public async Task<Result<Page<Somebody>>> Handle(ListEveryone query, CancellationToken ct)
    {
        var after = query.After ?? "";
        var people = await db.People.AsNoTracking().Where(p => string.Compare(p.Email, after) > 0).OrderBy(p => p.Email).Take(PageSize + 1)
            .Select(p => new { p.Id, p.Name, p.Email, p.IsHouseAdministrator, p.SuspendedAt }).ToListAsync(ct);
        var shown = people.Take(PageSize).ToList();
        var ids = shown.Select(p => p.Id).ToList();
        var works = (await (from membership in db.Memberships.AsNoTracking().Where(m => ids.Contains(m.Person))
                            join site in db.Sites.AsNoTracking() on membership.Site equals site.Id
                            orderby site.Name
                            select new { membership.Person, membership.Roles, site.Name }).ToListAsync(ct))
            .Where(w => w.Roles.Length > 0).ToLookup(w => w.Person, w => $"{string.Join(", ", w.Roles)} on {w.Name}");
        return new Page<Somebody>([.. shown.Select(p => new Somebody(p.Id, p.Name, p.Email, p.IsHouseAdministrator, p.SuspendedAt, [.. works[p.Id]]))],
            people.Count > PageSize ? shown[^1].Email : null);
    }
}

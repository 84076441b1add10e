using Microsoft.EntityFrameworkCore;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

internal sealed class Roles(IQuestDb db) : IRoles
{
    private readonly Dictionary<PersonId, PersonRoles?> _read = [];

    public async Task<PersonRoles?> OfAsync(PersonId person, CancellationToken ct)
    {
        if (_read.TryGetValue(person, out var known)) return known;
        var found = await db.People.AsNoTracking().Where(p => p.Id == person && p.SuspendedAt == null)
            .Select(p => new { p.Name, p.IsHouseAdministrator, Memberships = db.Memberships.Where(m => m.Person == p.Id).Select(m => new { m.Site, m.Roles }).ToList() }).FirstOrDefaultAsync(ct);
        if (found is null) return _read[person] = null;
        return _read[person] = new PersonRoles(found.Name, found.IsHouseAdministrator,
            found.Memberships.Where(m => m.Roles.Length > 0).ToDictionary(m => m.Site, m => (IReadOnlyList<Role>)m.Roles));
    }
}

using Microsoft.EntityFrameworkCore;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

/// <summary>Whose doing something was, as people read it: a person's name, or "agent" and the name of the key.</summary>
public sealed record DoneBy(string Name, bool IsProgram);

/// <summary>The names of persons and programs, looked up at once.</summary>
internal sealed class NamesOfDoers(IReadOnlyDictionary<PersonId, string> people, IReadOnlyDictionary<SiteKeyId, string> keys)
{
    public static async Task<NamesOfDoers> ReadAsync(IQuestDb db, IEnumerable<Who?> doers, CancellationToken ct)
    {
        var all = doers.OfType<Who>().ToList();
        var people = all.Where(w => w.Person is not null).Select(w => w.Person!.Value).Distinct().ToList();
        var keys = all.Where(w => w.Key is not null).Select(w => w.Key!.Value).Distinct().ToList();
        return new NamesOfDoers(
            people.Count == 0 ? new Dictionary<PersonId, string>() : await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            keys.Count == 0 ? new Dictionary<SiteKeyId, string>() : await db.SiteKeys.AsNoTracking().Where(k => keys.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => Actor.NameOfAgent(k.Name), ct));
    }

    /// <summary>Null for nobody.</summary>
    public DoneBy? Of(Who? who) => who is not { } known ? null
        : known.Person is { } person ? new DoneBy(people.GetValueOrDefault(person, "Somebody"), false)
        : new DoneBy(keys.GetValueOrDefault(known.Key!.Value, Actor.NameOfAgent("unknown")), true);

    public DoneBy? Of(PersonId? person, SiteKeyId? key) => Of(Who.Of(person, key));
}

using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Sites;

/// <summary>Whose doing something is: a person's, or a program's by its site key. One of the two and never both: a program is nobody's person.</summary>
public readonly record struct Who
{
    private Who(PersonId? person, SiteKeyId? key) => (Person, Key) = (person, key);

    public PersonId? Person { get; }
    public SiteKeyId? Key { get; }

    public static Who Program(SiteKeyId key) => new(null, key);

    /// <summary>From two columns, of which one is filled; null when none is.</summary>
    public static Who? Of(PersonId? person, SiteKeyId? key) => person is null && key is null ? null : new Who(person, person is null ? key : null);

    public static implicit operator Who(PersonId person) => new(person, null);
}

using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

/// <summary>Id of a mail of the house.</summary>
public readonly record struct MailId(Guid Value) : ITypedId<MailId>
{
    public static MailId From(Guid value) => new(value);
    public static MailId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static MailId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MailId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new MailId(value);
        return parsed;
    }

    // Lists go on from a place: (At, Id). .NET and PostgreSQL order GUIDs alike.
    public static bool operator <(MailId left, MailId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(MailId left, MailId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}

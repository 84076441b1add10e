using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Audit;

/// <summary>Id of one line of the audit trail.</summary>
public readonly record struct AuditEntryId(Guid Value) : ITypedId<AuditEntryId>
{
    public static AuditEntryId From(Guid value) => new(value);
    public static AuditEntryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static AuditEntryId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AuditEntryId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new AuditEntryId(value);
        return parsed;
    }

    // Lists go on from a place: (At, Id). .NET and PostgreSQL order GUIDs alike.
    public static bool operator <(AuditEntryId left, AuditEntryId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(AuditEntryId left, AuditEntryId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}

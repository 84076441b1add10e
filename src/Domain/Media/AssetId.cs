using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Media;

/// <summary>Id of a picture in the library of a site.</summary>
public readonly record struct AssetId(Guid Value) : ITypedId<AssetId>
{
    public static AssetId From(Guid value) => new(value);
    public static AssetId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static AssetId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AssetId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new AssetId(value);
        return parsed;
    }

    // Lists go on from a place: (AddedAt, Id). .NET and PostgreSQL order GUIDs alike.
    public static bool operator <(AssetId left, AssetId right) => left.Value.CompareTo(right.Value) < 0;
    public static bool operator >(AssetId left, AssetId right) => left.Value.CompareTo(right.Value) > 0;

    public override string ToString() => Value.ToString();
}

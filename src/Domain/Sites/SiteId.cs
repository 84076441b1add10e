using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>Id of a site.</summary>
public readonly record struct SiteId(Guid Value) : ITypedId<SiteId>
{
    public static SiteId From(Guid value) => new(value);
    public static SiteId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static SiteId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SiteId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new SiteId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

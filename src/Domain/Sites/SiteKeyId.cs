using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>Id of a site key.</summary>
public readonly record struct SiteKeyId(Guid Value) : ITypedId<SiteKeyId>
{
    public static SiteKeyId From(Guid value) => new(value);
    public static SiteKeyId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static SiteKeyId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SiteKeyId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new SiteKeyId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

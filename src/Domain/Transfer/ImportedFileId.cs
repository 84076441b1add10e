using System.Diagnostics.CodeAnalysis;
using QuestCms.Domain.Common;

namespace QuestCms.Domain.Transfer;

/// <summary>Id of one imported file: site and path.</summary>
public readonly record struct ImportedFileId(Guid Value) : ITypedId<ImportedFileId>
{
    public static ImportedFileId From(Guid value) => new(value);
    public static ImportedFileId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
    public static ImportedFileId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ImportedFileId result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new ImportedFileId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

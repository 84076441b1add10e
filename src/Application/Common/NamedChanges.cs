using Microsoft.EntityFrameworkCore;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

/// <summary>A difference as people read it: categories, bylines and covers by their names instead of their ids.</summary>
internal static class NamedChanges
{
    private const string Gone = "one that is gone";

    public static async Task<TextDifference> WithNamesAsync(this TextDifference difference, IQuestDb db, CancellationToken ct)
    {
        var names = new Dictionary<string, string>();
        var categories = Ids(difference, PlainField.Category, CategoryId.From);
        var bylines = Ids(difference, PlainField.Bylines, BylineId.From);
        var covers = Ids(difference, PlainField.Cover, AssetId.From);
        if (categories.Length > 0) foreach (var c in await db.Categories.AsNoTracking().Where(c => categories.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(ct)) names[c.Id.ToString()] = c.Name;
        if (bylines.Length > 0) foreach (var b in await db.Bylines.AsNoTracking().Where(b => bylines.Contains(b.Id)).Select(b => new { b.Id, b.Name }).ToListAsync(ct)) names[b.Id.ToString()] = b.Name;
        if (covers.Length > 0) foreach (var a in await db.Assets.AsNoTracking().Where(a => covers.Contains(a.Id)).Select(a => new { a.Id, a.AltText, a.FileName }).ToListAsync(ct)) names[a.Id.ToString()] = a.AltText.Length > 0 ? a.AltText : a.FileName;
        if (categories.Length + bylines.Length + covers.Length == 0) return difference;
        return difference with { Changes = [.. difference.Changes.Select(c => IsOfIds(c.Field) ? c with { From = Named(c.From, names), To = Named(c.To, names) } : c)] };
    }

    private static bool IsOfIds(PlainField field) => field is PlainField.Category or PlainField.Bylines or PlainField.Cover;

    private static string[] Named(IReadOnlyList<string> ids, Dictionary<string, string> names) => [.. ids.Select(id => names.GetValueOrDefault(id, Gone))];

    private static TId[] Ids<TId>(TextDifference difference, PlainField field, Func<Guid, TId> make) =>
        [.. difference.Changes.Where(c => c.Field == field).SelectMany(c => c.From.Concat(c.To)).Distinct().Select(id => make(Guid.Parse(id)))];
}

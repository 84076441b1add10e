using System.Text;
using Npgsql;
using QuestCms.Application.Media;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Media;

/// <summary>The grid of the library in SQL, by index and by key.</summary>
internal sealed class AssetSearch(NpgsqlDataSource database) : IAssetSearch
{
    private const int MostWords = 12;

    public async Task<IReadOnlyList<AssetRow>> ListAsync(SiteId site, string? words, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        string Add(object value)
        {
            command.Parameters.Add(new() { Value = value });
            return $"${command.Parameters.Count}";
        }
        var where = new List<string> { $"a.site = {Add(site.Value)}" };
        if (Beginnings(words) is { Length: > 0 } beginnings) where.Add($"a.search @@ to_tsquery('simple', {Add(beginnings)})");
        if (after is { } seen) where.Add($"(a.added_at, a.id) < ({Add(seen.At.ToUniversalTime())}, {Add(seen.Id)})");
        command.CommandText = $"""
            select a.id, a.file_name, a.alt_text, a.credit, a.is_ai, a.origin, a.width, a.height, a.state, a.added_at, coalesce(p.name, 'agent ' || k.name, '')
            from media.assets a left join identity.people p on p.id = a.added_by left join sites.keys k on k.id = a.added_by_key
            where {string.Join(" and ", where)} order by a.added_at desc, a.id desc limit {Add(limit)}
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<AssetRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(AssetId.From(reader.GetGuid(0)), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), Enum.Parse<AssetOrigin>(reader.GetString(5)), reader.GetInt32(6),
                reader.GetInt32(7), Enum.Parse<RenditionState>(reader.GetString(8)), reader.GetFieldValue<DateTimeOffset>(9), reader.GetString(10)));
        return rows;
    }

    /// <summary>"Lisbon tra" becomes <c>lisbon:* &amp; tra:*</c>: letters and digits alone, so that nothing typed is syntax.</summary>
    internal static string Beginnings(string? words)
    {
        var clean = new StringBuilder();
        foreach (var c in words ?? "") clean.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return string.Join(" & ", clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(w => $"{w}:*"));
    }
}

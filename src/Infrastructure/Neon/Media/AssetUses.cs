using Npgsql;
using QuestCms.Application.Media;
using QuestCms.Domain.Media;

namespace QuestCms.Infrastructure.Neon.Media;

/// <summary>Each of the four places has its index: three over the pictures of a text, one over those readers are shown.</summary>
internal sealed class AssetUses(NpgsqlDataSource database) : IAssetUses
{
    private const string Uses = """
        select u.article, p.title, 'Live' as place, p.revision, 0 as rank from delivery.media_uses u join delivery.published_articles p on p.article = u.article where u.asset = $1
        union all select a.id, a.title, 'WorkingCopy', null, 1 from content.articles a where a.pictures @> array[$1]
        union all select s.article, s.title, 'SideCopy', null, 2 from content.side_copies s where s.pictures @> array[$1]
        union all select r.article, max(r.title), 'Revision', max(r.number), 3 from content.revisions r where r.pictures @> array[$1] group by r.article
        """;

    public async Task<IReadOnlyList<AssetUse>> OfAsync(AssetId asset, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select article, title, place, revision from ({Uses}) uses order by rank, title, article limit 200");
        command.Parameters.Add(new() { Value = asset.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var uses = new List<AssetUse>();
        while (await reader.ReadAsync(ct))
            uses.Add(new(reader.GetGuid(0), reader.GetString(1), Enum.Parse<AssetUsePlace>(reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetInt32(3)));
        return uses;
    }

    public async Task<bool> AnyAsync(AssetId asset, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select exists ({Uses})");
        command.Parameters.Add(new() { Value = asset.Value });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

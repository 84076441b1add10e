using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Walks along the keys: no text is read.</summary>
internal sealed class MissingCards(NpgsqlDataSource database) : IMissingCards
{
    private const string Missing = """
        from delivery.published_articles p
        left join delivery.provenance c on c.article = p.article and c.version = p.version
        left join delivery.provenance_keys k on k.id = c.key
        where (c.article is null or k.revoked_at is not null)
            and exists (select from review.decisions d where d.article = p.article and d.revision = p.revision and d.verdict = 'Approved' and d.seal = p.seal)
        """;

    public async Task<ArticleId?> NextAsync(ArticleId? after, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select p.article {Missing} and p.article > $1 order by p.article limit 1");
        command.Parameters.Add(new() { Value = after?.Value ?? Guid.Empty });
        return await command.ExecuteScalarAsync(ct) is Guid found ? ArticleId.From(found) : null;
    }

    public async Task<bool> AnyBehindAsync(ArticleId article, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select exists (select {Missing} and p.article > $1 and p.site = (select site from delivery.published_articles where article = $1))");
        command.Parameters.Add(new() { Value = article.Value });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}

using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>
/// What holds words of one article, table by table, in one batch. Rows that say who did what and what it cost lose their words and stay. A new table with words of an article belongs here:
/// a test looks for the words in every text column of the database.
/// </summary>
internal sealed class ArticleEraser(NpgsqlDataSource database) : IArticleEraser
{
    private static readonly string[] Statements =
    [
        "delete from content.side_copies where article = $1",
        "delete from content.revisions where article = $1",
        "delete from ai.assessments where article = $1",
        "delete from ai.sources where article = $1",
        "delete from ai.agent_notes where article = $1",
        "delete from ai.looks_again where article = $1",
        "update ai.paintings set words = '' from ai.generations g where g.id = generation and g.article = $1",
        // Another request may have been answered from this one; it has its own copy.
        "update ai.generations set text = '', brief = '{}'::jsonb, say = null, fingerprint = null, proposal = case proposal when 'Open' then 'Left' else proposal end where article = $1",
        "delete from review.claims where article = $1",
        "update review.rounds set note = '' where article = $1",
        "update transfer.imported_files set attributes = '{}' where article = $1",
    ];

    public async Task EraseAsync(ArticleId article, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        foreach (var statement in Statements) batch.BatchCommands.Add(new NpgsqlBatchCommand(statement) { Parameters = { new NpgsqlParameter { Value = article.Value } } });
        await batch.ExecuteNonQueryAsync(ct);
    }
}

using Npgsql;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Ai;

/// <summary>Recall in SQL: model and prompt by an index in the order of the articles, words and addresses by trigrams.</summary>
internal sealed class RecallSearch(NpgsqlDataSource database) : IRecallSearch
{
    // What a person types is looked for as it stands: the pattern's own marks mean nothing.
    private const string Like = """'%' || replace(replace(replace($2, '\', '\\'), '%', '\%'), '_', '\_') || '%'""";

    public async Task<IReadOnlyList<(ArticleId Article, IReadOnlyList<GenerationId> Generations)>> FindAsync(SiteId site, RecallBy by, string value, ArticleId? after, int limit, CancellationToken ct)
    {
        const string Taken = "g.site = $1 and g.proposal = 'Taken'";
        var matched = by switch
        {
            RecallBy.Model => $"select g.id, g.article from ai.generations g where {Taken} and g.model = $2",
            RecallBy.Prompt => $"select g.id, g.article from ai.generations g where {Taken} and g.prompt = $2",
            _ => $"""
                select g.id, g.article from ai.generations g where {Taken} and g.brief ->> 'sources' ilike {Like}
                union select g.id, g.article from ai.sources s join ai.generations g on g.id = s.generation where s.address ilike {Like} and {Taken}
                """,
        };
        var beyond = after is null ? "" : "where article < $4";
        await using var command = database.CreateCommand($"select article, array_agg(id order by id) from ({matched}) matched {beyond} group by article order by article desc limit $3");
        command.Parameters.Add(new() { Value = site.Value });
        command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = limit });
        if (after is { } place) command.Parameters.Add(new() { Value = place.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(ArticleId, IReadOnlyList<GenerationId>)>();
        while (await reader.ReadAsync(ct)) found.Add((ArticleId.From(reader.GetGuid(0)), [.. reader.GetFieldValue<Guid[]>(1).Select(GenerationId.From)]));
        return found;
    }
}

using Npgsql;
using QuestCms.Application.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

internal sealed class NeonCardOrigins(NpgsqlDataSource database) : ICardOrigins
{
    public async Task<CardOrigins> OfAsync(IReadOnlyList<Guid> generations, CancellationToken ct)
    {
        var (models, sources, ids) = (new Dictionary<Guid, CardModel>(), new List<CardSource>(), generations.ToArray());
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new("select id, model, prompt from ai.generations where id = any($1)") { Parameters = { new() { Value = ids } } });
        batch.BatchCommands.Add(new("select address, title, read_at from ai.sources where generation = any($1) and say is null order by read_at, id") { Parameters = { new() { Value = ids } } });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) models[reader.GetGuid(0)] = new CardModel(reader.GetString(1), reader.GetString(2));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct)) sources.Add(new CardSource(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return new CardOrigins(models, sources);
    }
}

using Npgsql;
using QuestCms.Application.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

internal sealed class WebhookLog(NpgsqlDataSource database) : IWebhookLog
{
    // Small statements: none holds a lock or bloats the log for long, whatever piled up.
    private const int AtOnce = 2_000;

    public async Task ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        int gone;
        do
        {
            // Its attempts go with it.
            await using var command = database.CreateCommand("delete from webhooks.deliveries where id in (select id from webhooks.deliveries where at < $1 order by at limit $2)");
            command.Parameters.Add(new() { Value = before.ToUniversalTime() });
            command.Parameters.Add(new() { Value = AtOnce });
            gone = await command.ExecuteNonQueryAsync(ct);
        }
        while (gone == AtOnce);
        await using var removed = database.CreateCommand("delete from webhooks.endpoints e where e.state = 'Removed' and not exists (select from webhooks.deliveries d where d.endpoint = e.id)");
        await removed.ExecuteNonQueryAsync(ct);
    }
}

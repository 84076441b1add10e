using System.Text.Json;
using Npgsql;
using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Common;

internal sealed class OperationLog(NpgsqlDataSource database) : IOperationLog
{
    // Small statements: none holds a lock or bloats the log for long, whatever piled up.
    private const int AtOnce = 5_000;

    public async Task ForgetAsync(DateTimeOffset before, CancellationToken ct)
    {
        int gone;
        do
        {
            await using var command = database.CreateCommand("delete from work.operations where id in (select id from work.operations where at < $1 order by at limit $2)");
            command.Parameters.Add(new() { Value = before.ToUniversalTime() });
            command.Parameters.Add(new() { Value = AtOnce });
            gone = await command.ExecuteNonQueryAsync(ct);
        }
        while (gone == AtOnce);
    }

    public async Task<KeptAnswer<T>?> AnswerAsync<T>(Acting acting, CancellationToken ct) where T : class
    {
        if (Operation.IdOf(acting) is not { } operation || acting.Fingerprint is not { } fingerprint) return null;
        await using var command = database.CreateCommand("select fingerprint, answer from work.operations where id = $1 and answer is not null");
        command.Parameters.Add(new() { Value = operation });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new KeptAnswer<T>(reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(fingerprint), JsonSerializer.Deserialize<T>(reader.GetString(1), Operation.Json)!);
    }
}

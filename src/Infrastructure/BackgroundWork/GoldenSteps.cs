using Npgsql;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>Which case of a trial is being asked stands in a column of its row that the aggregate does not know.</summary>
internal sealed class GoldenSteps(NpgsqlDataSource database) : IGoldenSteps
{
    public async Task<bool> BeginAsync(GoldenRunId run, int number, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update ai.golden_runs set asking = $2, state = 'Running' where id = $1 and asking < $2");
        command.Parameters.Add(new() { Value = run.Value });
        command.Parameters.Add(new() { Value = number });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    public async Task TakeBackAsync(GoldenRunId run, int number, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update ai.golden_runs set asking = $2 - 1 where id = $1 and asking = $2");
        command.Parameters.Add(new() { Value = run.Value });
        command.Parameters.Add(new() { Value = number });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<bool> IsAiOffAsync(CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand("select exists (select from ai.switch where is_off)");
            return await command.ExecuteScalarAsync(ct) is true;
        }
        catch (NpgsqlException)
        {
            return false; // asked again soon
        }
    }
}

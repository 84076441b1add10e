using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>
/// The words of running generations: in memory for watchers of this process, in the row for everybody else. The row's text and state are written
/// past the aggregate: they move many times a second and no rule hangs on them until the end.
/// </summary>
internal sealed class GenerationFeed(NpgsqlDataSource database, TimeProvider clock) : IGenerationFeed
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<GenerationId, Run> _runs = new();
    private TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task BeginAsync(GenerationId generation, CancellationToken ct)
    {
        _runs[generation] = new Run();
        Interlocked.Exchange(ref _began, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        await using var command = database.CreateCommand("update ai.generations set state = 'Running' where id = $1 and state = 'Queued'");
        command.Parameters.Add(new() { Value = generation.Value });
        await command.ExecuteNonQueryAsync(ct);
    }

    public void Tell(GenerationId generation, string text)
    {
        if (_runs.TryGetValue(generation, out var run)) run.Add(text);
    }

    public async Task KeepAsync(GenerationId generation, string text, DateTimeOffset? firstWordAt, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update ai.generations set text = $2, first_word_at = coalesce(first_word_at, $3) where id = $1 and state = 'Running'");
        command.Parameters.Add(new() { Value = generation.Value });
        command.Parameters.Add(new() { Value = text });
        command.Parameters.Add(new() { Value = firstWordAt ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<bool> IsStopAskedForAsync(GenerationId generation, CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand("select cancel_requested_at is not null or exists (select from ai.switch where is_off) from ai.generations where id = $1");
            command.Parameters.Add(new() { Value = generation.Value });
            return await command.ExecuteScalarAsync(ct) is true;
        }
        catch (NpgsqlException)
        {
            return false; // asked again soon; what the model writes goes on meanwhile
        }
    }

    public void End(GenerationId generation)
    {
        if (_runs.TryRemove(generation, out var run)) run.Close();
    }

    public async IAsyncEnumerable<GenerationNews> WatchAsync(GenerationId generation, int offset, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            if (_runs.TryGetValue(generation, out var run))
            {
                await foreach (var text in run.FollowAsync(offset, ct))
                {
                    yield return new(offset, text, GenerationState.Running);
                    offset += text.Length;
                }
            }
            if (await ReadAsync(generation, offset, ct) is not { } row) yield break;
            if (row.Text.Length > 0) yield return new(offset, row.Text, row.State);
            offset += row.Text.Length;
            if (row.State is not (GenerationState.Queued or GenerationState.Running))
            {
                yield return new(offset, "", row.State);
                yield break;
            }
            yield return new(offset, "", row.State);
            await UntilBegunAsync(generation, ct);
        }
    }

    // Who watches is there before the runner, as a rule: its first word does not wait for the next look at the row.
    private async Task UntilBegunAsync(GenerationId generation, CancellationToken ct)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var look = Task.Delay(Look, clock, left.Token);
        while (!look.IsCompleted)
        {
            var began = Volatile.Read(ref _began).Task;
            if (_runs.ContainsKey(generation)) break;
            await Task.WhenAny(look, began);
        }
        await left.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private async Task<(GenerationState State, string Text)?> ReadAsync(GenerationId generation, int offset, CancellationToken ct)
    {
        // substr counts characters, .NET counts UTF-16 units: the whole text is read and cut here.
        await using var command = database.CreateCommand("select state, text from ai.generations where id = $1");
        command.Parameters.Add(new() { Value = generation.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var text = reader.GetString(1);
        return (Enum.Parse<GenerationState>(reader.GetString(0)), text.Length > offset ? text[offset..] : "");
    }

    /// <summary>One running generation in this process: its text so far, and a pulse for those who wait for more.</summary>
    private sealed class Run
    {
        private readonly StringBuilder _text = new();
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _closed;

        public void Add(string text)
        {
            lock (_text)
            {
                _text.Append(text);
                Pulse();
            }
        }

        public void Close()
        {
            lock (_text)
            {
                _closed = true;
                Pulse();
            }
        }

        public async IAsyncEnumerable<string> FollowAsync(int offset, [EnumeratorCancellation] CancellationToken ct)
        {
            while (true)
            {
                string fresh;
                Task more;
                lock (_text)
                {
                    fresh = _text.Length > offset ? _text.ToString(offset, _text.Length - offset) : "";
                    if (fresh.Length == 0 && _closed) yield break;
                    more = _more.Task;
                }
                if (fresh.Length == 0)
                {
                    await more.WaitAsync(ct);
                    continue;
                }
                offset += fresh.Length;
                yield return fresh;
            }
        }

        private void Pulse()
        {
            _more.TrySetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

using System.Globalization;

namespace QuestCms.Client;

/// <summary>What stands between two empty lines of a stream. Without data it only says how far the log is.</summary>
internal sealed record EventBlock(string? Id, string? Data);

/// <summary>Server-Sent Events line by line. A line that says nothing for too long, not even a comment, is dead.</summary>
internal sealed class EventBlocks(HttpResponseMessage answer) : IDisposable
{
    private StreamReader? _lines;

    /// <summary>When its server would like to be asked again; null until it said so.</summary>
    public TimeSpan? Retry { get; private set; }

    /// <summary>The next block; null at the end.</summary>
    /// <exception cref="OperationCanceledException">It was silent for too long.</exception>
    public async Task<EventBlock?> NextAsync(TimeSpan silence, TimeProvider clock, CancellationToken ct)
    {
        _lines ??= new StreamReader(await answer.Content.ReadAsStreamAsync(ct));
        var (id, data) = ((string?)null, (string?)null);
        while (true)
        {
            using var dead = new CancellationTokenSource(silence, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, dead.Token);
            if (await _lines.ReadLineAsync(either.Token) is not { } line) return null;
            if (line.Length == 0)
            {
                if (id is not null || data is not null) return new EventBlock(id, data);
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (field, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
            if (value.StartsWith(' ')) value = value[1..];
            if (field == "id") id = value;
            else if (field == "data") data = data is null ? value : $"{data}\n{value}";
            else if (field == "retry" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)) Retry = TimeSpan.FromMilliseconds(milliseconds);
        }
    }

    public void Dispose()
    {
        _lines?.Dispose();
        answer.Dispose();
    }
}

using System.Text;
using QuestCms.Application.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>An event, serialised once for all who read it: as a frame of Server-Sent Events, which holds the JSON that a WebSocket sends.</summary>
public sealed class LiveEvent
{
    private readonly byte[] _frame;
    private readonly int _head;

    /// <param name="site">The site's slug.</param>
    public LiveEvent(LoggedEvent told, string site)
    {
        Sequence = told.Sequence;
        var json = EventEnvelope.Of(told, site).ToJson(); // on one line
        var head = Encoding.ASCII.GetBytes($"id: {told.Position}\ndata: ");
        (_frame, _head) = ([.. head, .. json, (byte)'\n', (byte)'\n'], head.Length);
    }

    public long Sequence { get; }

    public ReadOnlyMemory<byte> Frame => _frame;

    public ReadOnlyMemory<byte> Json => _frame.AsMemory(_head, _frame.Length - _head - 2);
}

using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>
/// Has pictures painted by a model; a process boundary. Painting is paid when it is begun, so beginning is tried again only where nothing can have begun; looking, fetching and
/// cancelling may be repeated. A provider's fault is never an exception: it is an answer.
/// </summary>
public interface IPainter
{
    /// <summary>Null when it can be asked; else the sentence that says why not (no token, circuit open).</summary>
    Error? Unavailable { get; }

    /// <summary>Begins one picture: <see cref="PaintingUnderWay"/>, <see cref="PainterBusy"/> (nothing was begun) or <see cref="PaintingEnded"/>.</summary>
    Task<PainterAnswer> BeginAsync(PaintingRequest request, CancellationToken ct);

    /// <summary>How it stands: any answer; <see cref="PainterBusy"/> means that it could not be seen just now.</summary>
    /// <param name="painting">The painter's own name for it, from <see cref="PaintingUnderWay"/>.</param>
    Task<PainterAnswer> LookAsync(string painting, CancellationToken ct);

    /// <summary>Asks the painter to stop. What can't be stopped any more is no fault.</summary>
    Task CancelAsync(string painting, CancellationToken ct);

    /// <summary>
    /// The bytes of a finished picture, from an address the provider named: at most so many bytes, public addresses only. Errors, each with a sentence: <c>picture.gone</c>
    /// (expired or forbidden), <c>picture.private</c>, <c>picture.too_large</c>, <c>picture.unreachable</c> (worth another try).
    /// </summary>
    Task<Result<byte[]>> FetchAsync(Uri picture, int maxBytes, CancellationToken ct);
}

/// <param name="Words">All that is said to the model, in its language.</param>
public sealed record PaintingRequest(string Model, string Words);

public abstract record PainterAnswer;

/// <param name="Painting">The painter's own name for it, at most 64 characters.</param>
public sealed record PaintingUnderWay(string Painting) : PainterAnswer;

/// <summary>Done; its file is kept by the provider for an hour.</summary>
public sealed record PaintingReady(Uri Picture) : PainterAnswer;

/// <summary>Not now.</summary>
/// <param name="After">When it may be asked again; null where nothing was said.</param>
public sealed record PainterBusy(TimeSpan? After) : PainterAnswer;

/// <summary>There will be no picture.</summary>
/// <param name="MayBePaid">It was begun, or it can't be known that it was not.</param>
public sealed record PaintingEnded(Error Why, bool MayBePaid, bool WasCancelled = false) : PainterAnswer;

using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Domain.Ai;

/// <summary>
/// What a generation of the kind Image has besides: style and words, the provider's name for the painting (so that after a restart it is looked up again and not paid
/// again), and the picture that came of it. How it stands and what it cost is told by its <see cref="Generation"/>.
/// </summary>
public sealed class Painting : AggregateRoot
{
    public const int MaxPrediction = 64;
    /// <summary>From its beginning: then it is cancelled.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    /// <summary>From its beginning, while the provider can't be asked: its file is kept for an hour.</summary>
    public static readonly TimeSpan LongestUnseen = TimeSpan.FromMinutes(45);
    /// <summary>From being asked for, while the provider takes no more requests.</summary>
    public static readonly TimeSpan LongestInLine = TimeSpan.FromMinutes(15);
    /// <summary>A file that can't be fetched is tried so often.</summary>
    public const int MostFetches = 3;

    private Painting() { }

    public GenerationId Generation { get; private set; }
    public string Style { get; private set; } = "";
    /// <summary>All that the model was told.</summary>
    public string Words { get; private set; } = "";
    /// <summary>The provider's name for it; null until it was begun.</summary>
    public string? Prediction { get; private set; }
    public DateTimeOffset? BegunAt { get; private set; }
    /// <summary>How often it was looked at.</summary>
    public int Looks { get; private set; }
    public int Fetches { get; private set; }
    /// <summary>The picture; null until it is in the storage.</summary>
    public AssetId? Asset { get; private set; }

    public static Painting Of(GenerationId generation, PictureStyle style, string words) => new() { Generation = generation, Style = style.Name, Words = style.With(words) };

    /// <summary>The provider has begun it. Said once: begun twice it would be paid twice.</summary>
    public void Begin(string prediction, DateTimeOffset now)
    {
        if (Prediction is not null) throw new InvalidOperationException("A painting is begun once.");
        (Prediction, BegunAt) = (prediction, now);
        Changed();
    }

    /// <summary>It is looked at again after this pause: soon at first, most take four to eight seconds.</summary>
    public TimeSpan LookAgain()
    {
        Looks++;
        Changed();
        return TimeSpan.FromSeconds(Looks < 6 ? 1 : Looks < 15 ? 2 : 5);
    }

    /// <summary>Its file could not be fetched. Null when it was tried often enough, else the pause before the next try.</summary>
    public TimeSpan? FetchAgain()
    {
        Fetches++;
        Changed();
        return Fetches < MostFetches ? TimeSpan.FromSeconds(2 * Fetches) : null;
    }

    public void Show(AssetId asset)
    {
        Asset = asset;
        Changed();
    }
}

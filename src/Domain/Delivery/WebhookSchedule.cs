namespace QuestCms.Domain.Delivery;

/// <summary>When a delivery is tried: at once, and after each failure once more with growing pauses, ten times over about three days.</summary>
public static class WebhookSchedule
{
    /// <summary>The pause before each attempt, the first among them.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14),
        TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>A pause grows by up to this share, so that what failed together does not come back together.</summary>
    public const double MostJitter = 0.1;

    /// <summary>The longest time a receiver may ask to be left alone.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    public static int MostAttempts => Pauses.Count;

    /// <summary>How long to wait after so many attempts; null: there is no further one.</summary>
    /// <param name="chance">From 0 up to 1, drawn for this pause.</param>
    /// <param name="asked">What the receiver asked for (<c>Retry-After</c>); never shortens a pause.</param>
    public static TimeSpan? PauseAfter(int attempts, double chance, TimeSpan? asked)
    {
        if (attempts >= MostAttempts) return null;
        var pause = Pauses[attempts] * (1 + (chance * MostJitter));
        if (asked is not { } wish || wish <= pause) return pause;
        return wish < LongestAsked ? wish : LongestAsked;
    }
}

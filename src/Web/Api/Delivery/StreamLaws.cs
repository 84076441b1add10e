using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What holds for Server-Sent Events and WebSocket alike: how long a stream lives, how long it waits for a reader, what is said at its end.</summary>
internal static class StreamLaws
{
    /// <summary>An edge in front may close a stream after 15 minutes in all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(14);

    /// <summary>With a beat every two seconds, silence is never longer than 15.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(12.5);

    /// <summary>A reader that takes nothing for so long is cut off; it goes on from where it was.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public const string TimeIsOver = "time is over, connect again with the last id";

    public static string Say(LiveEnd end) => end switch
    {
        LiveEnd.GoingAway => "this server goes away, connect again with the last id",
        LiveEnd.Resync => "resync: the log began anew, fetch everything",
        LiveEnd.TooSlow => "too slow, connect again with the last id",
        LiveEnd.SiteGone => "this site is gone",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    /// <summary>Milliseconds until a reader comes again: not all of them at once.</summary>
    public static int Retry(LiveEnd end) => end == LiveEnd.TooSlow ? 3_000 + Spread(2_000) : end == LiveEnd.GoingAway ? 500 + Spread(2_000) : 100 + Spread(900);

    public static Task FullAsync(HttpContext context) => Problems.WriteAsync(context, 503, "streams.full", "Too many readers are connected to this process. Try again in a moment, or ask /changes.");

    private static int Spread(int milliseconds) => Random.Shared.Next(milliseconds);
}

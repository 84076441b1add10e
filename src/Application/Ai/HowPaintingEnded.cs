namespace QuestCms.Application.Ai;

/// <summary>The sentences for a picture that did not come, where the painter has none of its own.</summary>
internal static class HowPaintingEnded
{
    private const int MostOfAlt = 200;

    public const string Interrupted = "The server was restarted while it asked Replicate for the picture. It may have been paid for, so it was not asked a second time. Ask for it again, or take the house cover.";
    public const string StoppedBefore = "You stopped it before it was begun. Nothing was paid.";
    public const string Stopped = "You stopped it. Replicate was told; what had begun may be paid for.";
    public const string SwitchedOff = "AI was switched off in this house, so the picture was stopped. The house cover is there.";
    public const string Busy = "Replicate takes no more requests from this house just now, and wants to be left alone for longer than a quarter of an hour. Nothing was painted. Ask for it later, or take the house cover.";
    public const string TooLong = "The picture was not ready after 5 minutes, so Replicate was told to stop. Ask for it again, or take the house cover.";
    public const string Unseen = "Replicate could not be asked about the picture for 45 minutes, so it was told to stop. Ask for it again, or take the house cover.";
    public const string NoPicture = "What Replicate sent was not kept:";

    /// <summary>A first alternative text from the writer's own words, for the writer to better: its first sentence, at most 200 characters.</summary>
    public static string AltOf(string words)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        if (end > 0) line = line[..end];
        if (line.Length <= MostOfAlt) return line.TrimEnd('.');
        var cut = line.LastIndexOf(' ', MostOfAlt);
        return line[..(cut > 0 ? cut : MostOfAlt)] + "…";
    }
}

using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>How a site sounds: its voice, words to use and words to avoid, a passage that shows it. Claude is told it with every request; empty parts are not.</summary>
public sealed class HouseStyle : AggregateRoot
{
    public const int MaxVoice = 2_000;
    public const int MaxWords = 1_000;
    public const int MaxExample = 3_000;

    private HouseStyle() { }

    public SiteId Site { get; private set; }
    public string Voice { get; private set; } = "";
    /// <summary>As an administrator writes them: parted by commas or lines.</summary>
    public string Use { get; private set; } = "";
    public string Avoid { get; private set; } = "";
    public string Example { get; private set; } = "";

    public static HouseStyle Of(SiteId site) => new() { Site = site };

    public bool IsEmpty => Voice.Length + Use.Length + Avoid.Length + Example.Length == 0;

    public Result Change(string voice, string use, string avoid, string example)
    {
        (Voice, Use, Avoid, Example) = (voice.Trim(), use.Trim(), avoid.Trim(), example.Trim());
        Changed();
        Raise(new HouseStyleChanged(Site));
        return Result.Done;
    }

    /// <summary>In the words Claude reads.</summary>
    public string InWords()
    {
        (string Name, string Text)[] parts = [("Voice", Voice), ("Words to use", Use), ("Words to avoid", Avoid), ("A passage that shows it", Example)];
        return string.Join('\n', parts.Where(p => p.Text.Length > 0).Select(p => $"{p.Name}: {p.Text}"));
    }
}

public sealed record HouseStyleChanged(SiteId Site) : DomainEvent(Site.Value, Site.Value);

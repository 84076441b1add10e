namespace QuestCms.Domain.Content;

/// <summary>
/// Words by where they come from, as the strip shows them. "Edited" are all words of sentences that a model and someone else both had a hand in;
/// an import and a template count as people.
/// </summary>
public readonly record struct OriginShares(int Machine, int Edited, int People, int Pasted)
{
    public int Words => Machine + Edited + People + Pasted;

    internal OriginShares With(Tint tint, int words) => tint switch
    {
        Tint.Machine => this with { Machine = Machine + words },
        Tint.Edited => this with { Edited = Edited + words },
        Tint.Human => this with { People = People + words },
        Tint.Pasted => this with { Pasted = Pasted + words },
        _ => throw new ArgumentOutOfRangeException(nameof(tint), tint, null),
    };
}

/// <summary>What a reader is told about machines in a text.</summary>
public enum MachineHand
{
    /// <summary>No word.</summary>
    None,
    /// <summary>Some words, up to half.</summary>
    Assisted,
    /// <summary>Over half of the words.</summary>
    Generated,
}

/// <summary>Words from a generation or an agent among all words of a text.</summary>
public readonly record struct MachineShare(int MachineWords, int Words)
{
    /// <summary>0 to 1; 0 without words.</summary>
    public double Share => Words == 0 ? 0 : (double)MachineWords / Words;

    public MachineHand Hand => MachineWords == 0 ? MachineHand.None : 2L * MachineWords > Words ? MachineHand.Generated : MachineHand.Assisted;
}

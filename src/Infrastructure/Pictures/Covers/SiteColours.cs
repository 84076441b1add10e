using System.Text;

namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>The colours of one site's covers: dark and paper carry text on each other (at least 7 to 1), the other three only shapes.</summary>
internal sealed record SiteColours(Colour Dark, Colour Strong, Colour Soft, Colour Paper, Colour Spark)
{
    /// <summary>Each site has one of these for good, by its slug.</summary>
    public static readonly IReadOnlyList<SiteColours> All =
    [
        Of(0x6A2417, 0xC4512F, 0xE8AD82, 0xF7ECDE, 0x2F6F73), // brick and sea
        Of(0x10384A, 0x2A6F8E, 0x9CC6D1, 0xF2F0E7, 0xE0793C), // harbour
        Of(0x1C3A2B, 0x3F7D5A, 0xB4D0A8, 0xF4F1E3, 0xDDA63F), // orchard
        Of(0x3B1E3D, 0x83427A, 0xDCB0C3, 0xF8EEE9, 0xE4944D), // fig
        Of(0x1C2150, 0x4957AB, 0xB5BFE6, 0xF3F1EB, 0xE66D55), // evening
        Of(0x43300F, 0xB47C1F, 0xEDCE87, 0xFAF4E4, 0x2C5F6D), // wheat
        Of(0x202F39, 0x577484, 0xB9C9CF, 0xF4F1EB, 0xC8532F), // slate
        Of(0x471322, 0x9C3045, 0xE6AFA9, 0xF9EFE8, 0x33628A), // wine
    ];

    public static SiteColours OfSite(string slug) => All[(int)(new Dice(slug).Next() % (uint)All.Count)];

    private static SiteColours Of(int dark, int strong, int soft, int paper, int spark) => new(Colour.Hex(dark), Colour.Hex(strong), Colour.Hex(soft), Colour.Hex(paper), Colour.Hex(spark));
}

/// <summary>Chance that falls the same way for the same words, on every machine and in every version.</summary>
internal sealed class Dice
{
    private ulong _state = 14695981039346656037;

    public Dice(string seed)
    {
        foreach (var b in Encoding.UTF8.GetBytes(seed)) _state = (_state ^ b) * 1099511628211;
    }

    public uint Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (uint)((mixed ^ (mixed >> 31)) >> 32);
    }

    /// <summary>A whole number below it.</summary>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    public float Between(float least, float most) => least + (most - least) * (Next() / (float)uint.MaxValue);

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}

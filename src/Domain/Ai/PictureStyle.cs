namespace QuestCms.Domain.Ai;

/// <summary>How a picture is to look. The writer reads <see cref="Says"/>; the model is told <see cref="Words"/>.</summary>
/// <param name="Name">Stable, lower case; stored with each picture.</param>
/// <param name="Says">One plain line for the writer.</param>
public sealed record PictureStyle(string Name, string Says, string Words)
{
    /// <summary>Said last with every picture, whatever its style: models write letters badly, and a cover has its title beside it.</summary>
    private const string Always = "Wide 16:9 composition with calm space around the subject. No text, letters, numbers, logos or watermarks.";

    /// <summary>Where nobody chose.</summary>
    public static readonly PictureStyle Professional = new("professional", "A clear photograph in natural light, as a good newspaper would print it.",
        "Professional photograph, natural light, realistic colours, sharp focus, uncluttered composition");

    /// <summary>The seven there are, the usual one first.</summary>
    public static readonly IReadOnlyList<PictureStyle> All =
    [
        Professional,
        new("editorial", "One strong idea, close and bold, as on the opening page of a magazine.", "Magazine editorial photograph, one bold idea, close crop, strong shapes, rich saturated colours, dramatic light"),
        new("documentary", "A moment from real life, unposed, with its place around it.", "Documentary photograph, candid moment, available light, 35 mm lens, honest colours, visible surroundings"),
        new("minimal", "A single thing on a plain ground, and much room.", "Minimalist still life, a single object, plain seamless background, soft shadow, two or three muted colours"),
        new("illustration", "A flat drawing in few warm colours.", "Flat editorial illustration, clean vector shapes, limited warm palette, gentle texture, no outlines"),
        new("isometric", "A small world seen from above, for how things work together.", "Isometric illustration, precise geometry, small detailed scene seen from above, soft even light, pastel palette"),
        new("watercolour", "Loose washes on paper, for places and seasons.", "Watercolour painting, loose washes, visible paper grain, light pencil lines, airy pale colours"),
    ];

    /// <summary>Null when there is none of this name.</summary>
    public static PictureStyle? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    /// <summary>All that the model is told.</summary>
    public string With(string words) => $"{words.Trim().TrimEnd('.')}. {Words}. {Always}";
}

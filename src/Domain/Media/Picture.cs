namespace QuestCms.Domain.Media;

/// <summary>What a file was found to be by its bytes, never by its name: a picture of one of the kinds that are taken.</summary>
/// <param name="ContentType"><c>image/jpeg</c>, <c>image/png</c>, <c>image/webp</c>, <c>image/avif</c> or <c>image/gif</c>.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Width">Pixels, as it is looked at: a turned photograph is turned back.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Sha256">Of the file as it came.</param>
public sealed record Picture(string ContentType, int Bytes, int Width, int Height, byte[] Sha256);

/// <summary>What readers are told of a picture since a publisher said so; a revision frozen later has its own words.</summary>
public sealed record ToldWords(string AltText, string Credit, DateTimeOffset At);

/// <summary>Where the eye goes, in percent from the left and from the top; crops keep it in sight.</summary>
public sealed record FocalPoint(int X, int Y)
{
    public static readonly FocalPoint Middle = new(50, 50);

    public bool IsInside => X is >= 0 and <= 100 && Y is >= 0 and <= 100;
}

/// <summary>How a picture came to be.</summary>
public enum AssetOrigin { Upload, Generated, HouseCover }

/// <summary>How a picture was made: what readers are told of it, and what it was asked for with.</summary>
/// <param name="Origin">Brought by a person, made by a model, or drawn by the house.</param>
/// <param name="IsAi">A model had a part in it; readers see the mark.</param>
/// <param name="Model">The model's name; null when none was asked.</param>
/// <param name="Style">The named style it was asked in.</param>
/// <param name="Prompt">What the model was asked.</param>
public sealed record Making(AssetOrigin Origin, bool IsAi, string? Model = null, string? Style = null, string? Prompt = null)
{
    public const int MaxName = 200;
    public const int MaxPrompt = 4_000;

    public static readonly Making Uploaded = new(AssetOrigin.Upload, IsAi: false);
    public static readonly Making DrawnByTheHouse = new(AssetOrigin.HouseCover, IsAi: false);

    public static Making GeneratedBy(string model, string? style, string prompt) =>
        new(AssetOrigin.Generated, IsAi: true, Cut(model, MaxName), style is null ? null : Cut(style, MaxName), Cut(prompt, MaxPrompt));

    private static string Cut(string text, int most)
    {
        var clean = Common.PlainText.Clean(text).Text;
        return clean.Length <= most ? clean : Common.PlainText.Clean(clean[..most]).Text;
    }
}

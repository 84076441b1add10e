using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Media;

public sealed record AssetAdded(AssetId Asset, SiteId Site, string FileName, string Origin, PersonId? By) : DomainEvent(Asset.Value, Site.Value);
public sealed record AssetDescribed(AssetId Asset, SiteId Site, string AltText, string Credit, PersonId By) : DomainEvent(Asset.Value, Site.Value);
public sealed record AssetWordsPublished(AssetId Asset, SiteId Site, string AltText, string Credit, PersonId By) : DomainEvent(Asset.Value, Site.Value);
public sealed record AssetFocalPointMoved(AssetId Asset, SiteId Site, int X, int Y, PersonId By) : DomainEvent(Asset.Value, Site.Value);
public sealed record AssetNotShown(AssetId Asset, SiteId Site, string Say) : DomainEvent(Asset.Value, Site.Value);
public sealed record AssetRemoved(AssetId Asset, SiteId Site, string FileName, PersonId By) : DomainEvent(Asset.Value, Site.Value);

/// <summary>What a picture, or a file that wants to be one, can be answered.</summary>
public static class AssetErrors
{
    public static readonly Error NotFound = Error.NotFound("asset.not_found", "There is no such picture here.");
    public static readonly Error OutsideThePicture = Error.Field("focal", "asset.focal_point", "The focal point lies in the picture: 0 to 100 percent from the left and from the top.");
    public static readonly Error InUse = Error.Conflict("asset.in_use", "A text, an earlier revision or readers still have this picture, so it stays. Take it out there first; what was frozen keeps it for good.");
    public static readonly Error NotReady = Error.Unavailable("asset.not_ready", "A picture of this piece is still being made ready. Nothing changed; try again in a moment.");

    public static readonly Error NotShown = Error.Conflict("asset.not_shown", "Nothing could be made of a picture of this piece for readers. Take it out, or add it to the library once more, then submit again.");
    public static readonly Error Gone = Error.Conflict("asset.gone", "A picture that was approved with this revision is no longer in the library. Submit the text with another one.");

    public static readonly Error Empty = File("asset.empty", "The file is empty.");
    public static readonly Error TooLarge = new(ErrorKind.TooLarge, "asset.too_large", "The file is over 20 MB. Save the picture smaller, then add it again.")
    {
        Fields = [new FieldError("file", "asset.too_large", "Over 20 MB.")],
    };
    public static readonly Error TooManyPixels = File("asset.too_many_pixels", "The picture has more than 50 million pixels. Save it smaller, then add it again.");
    public static readonly Error Broken = File("asset.broken", "The file begins like a picture and can't be read to its end: it is cut off or damaged. Save it again, then add it.");
    public static readonly Error Svg = File("asset.svg", "An SVG can hold programs and addresses that call home, so it is not taken. Save the picture as PNG.");
    public static readonly Error Heic = File("asset.heic", "Browsers don't show HEIC. Save the photograph as JPEG.");
    public static readonly Error NotAPicture = File("asset.not_a_picture", "This is no picture that is taken. Taken are JPEG, PNG, WebP, AVIF and GIF; a file is known by its content, not by its name.");

    private static Error File(string code, string message) => Error.Field("file", code, message);
}

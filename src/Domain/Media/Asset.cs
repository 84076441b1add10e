using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Media;

/// <summary>Whether the renditions of a picture are there.</summary>
public enum RenditionState { Waiting, Ready, Failed }

/// <summary>
/// A picture in the library of a site. Its bytes lie in the storage and never change; here stands what people say of it and what was made of it. The
/// same bytes twice on one site are one asset. Refusals: <c>asset.focal_point</c>, <c>asset.in_use</c>.
/// </summary>
public sealed class Asset : AggregateRoot
{
    /// <summary>Bytes of an original.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;
    /// <summary>Width times height; asked of the header before anything is decoded.</summary>
    public const int MaxPixels = 50_000_000;
    public const int MaxFileName = 200;
    public const int MaxAltText = 500;
    public const int MaxCredit = 200;

    private Asset() { }

    public AssetId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>As it was called where it came from; a name for people and nothing else.</summary>
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public int Bytes { get; private set; }
    public int Width { get; private set; }
    public int Height { get; private set; }
    /// <summary>Of the original, as it came.</summary>
    public byte[] Sha256 { get; private set; } = [];
    /// <summary>What the picture shows, for who can't see it.</summary>
    public string AltText { get; private set; } = "";
    public string Credit { get; private set; } = "";
    public Making Making { get; private set; } = Making.Uploaded;
    /// <summary>What a publisher had readers told last, past what revisions froze; null: never.</summary>
    public ToldWords? Told { get; private set; }
    public FocalPoint Focal { get; private set; } = FocalPoint.Middle;
    /// <summary>What is there for readers; empty until they were made.</summary>
    public Rendition[] Renditions { get; private set; } = [];
    public RenditionState State { get; private set; }
    /// <summary>Why no renditions could be made; null unless they failed.</summary>
    public string? Say { get; private set; }
    /// <summary>Null when a program brought it.</summary>
    public PersonId? AddedBy { get; private set; }
    /// <summary>The site key of the program that brought it; null when a person did.</summary>
    public SiteKeyId? AddedByKey { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Everything planned is there for the focal point as it is now.</summary>
    public bool IsReady => State == RenditionState.Ready;

    public static Asset Add(AssetId id, SiteId site, Picture picture, string fileName, string altText, string credit, Making making, Who by, DateTimeOffset now)
    {
        var asset = new Asset
        {
            Id = id,
            Site = site,
            FileName = NameOf(fileName),
            ContentType = picture.ContentType,
            Bytes = picture.Bytes,
            Width = picture.Width,
            Height = picture.Height,
            Sha256 = picture.Sha256,
            AltText = OneLine(altText),
            Credit = OneLine(credit),
            Making = making,
            AddedBy = by.Person,
            AddedByKey = by.Key,
            AddedAt = now,
        };
        asset.Raise(new AssetAdded(id, site, asset.FileName, making.Origin.ToString(), by.Person));
        return asset;
    }

    /// <summary>Says what it shows and whose it is; a picture of a model keeps its mark whatever is said.</summary>
    public void Describe(string altText, string credit, bool isAi, PersonId by)
    {
        var (alt, owed, ai) = (OneLine(altText), OneLine(credit), isAi || Making.Origin == AssetOrigin.Generated);
        if (alt == AltText && owed == Credit && ai == Making.IsAi) return;
        (AltText, Credit, Making) = (alt, owed, Making with { IsAi = ai });
        Changed();
        Raise(new AssetDescribed(Id, Site, alt, owed, by));
    }

    /// <summary>
    /// Readers are told what the library says of it now, also in pieces that were approved with other words. What was frozen stays as it was sealed. The answer says whether
    /// it is other than what they were told last.
    /// </summary>
    public bool TellReaders(PersonId by, DateTimeOffset now)
    {
        if (Told is { } told && told.AltText == AltText && told.Credit == Credit) return false;
        Told = new ToldWords(AltText, Credit, now);
        Changed();
        Raise(new AssetWordsPublished(Id, Site, AltText, Credit, by));
        return true;
    }

    /// <summary>Crops are made anew around this point. Refusal: <c>asset.focal_point</c>. The answer says whether it moved.</summary>
    public Result<bool> PointAt(FocalPoint focal, PersonId by)
    {
        if (!focal.IsInside) return AssetErrors.OutsideThePicture;
        if (focal == Focal) return false;
        (Focal, State, Say) = (focal, RenditionState.Waiting, null);
        Changed();
        Raise(new AssetFocalPointMoved(Id, Site, focal.X, focal.Y, by));
        return true;
    }

    /// <summary>The renditions for that focal point are in the storage. If the point moved meanwhile, they wait to be made once more.</summary>
    public void Show(IReadOnlyList<Rendition> renditions, FocalPoint focal)
    {
        Renditions = [.. renditions];
        (State, Say) = (focal == Focal ? RenditionState.Ready : RenditionState.Waiting, null);
        Changed();
    }

    /// <summary>Nothing could be made of it.</summary>
    public void Fail(string say)
    {
        (State, Say) = (RenditionState.Failed, say);
        Changed();
        Raise(new AssetNotShown(Id, Site, say));
    }

    /// <summary>It goes for good. Refusal: <c>asset.in_use</c> while a text, a revision or readers have it.</summary>
    public Result Remove(bool isUsed, PersonId by)
    {
        if (isUsed) return AssetErrors.InUse;
        Changed();
        Raise(new AssetRemoved(Id, Site, FileName, by));
        return Result.Done;
    }

    /// <summary>The last part of a path, without what can't be stored and without its own path.</summary>
    private static string NameOf(string fileName)
    {
        var name = OneLine(PlainText.Clean(fileName).Text);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.Length > MaxFileName) name = PlainText.Clean(name[^MaxFileName..]).Text;
        return name.Length == 0 ? "picture" : name;
    }

    private static string OneLine(string text) => PlainText.WithLf(text).Replace('\n', ' ').Trim();
}

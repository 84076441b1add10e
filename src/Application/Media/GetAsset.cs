using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Media;

/// <summary>A picture of the library with everything known of it and where it is used. Error: NotFound.</summary>
[Requires(Permission.ReadSite), OpenToKeys(Permission.PreviewAsAgent)]
public sealed record GetAsset(AssetId Asset) : IQuery<AssetPage>, IAbout<AssetId>
{
    public AssetId About => Asset;
}

/// <summary>What the page of a picture shows.</summary>
public sealed record AssetPage
{
    public required AssetId Id { get; init; }
    public required SiteId Site { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required int Bytes { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Sha256 { get; init; }
    public required string AltText { get; init; }
    public required string Credit { get; init; }
    public required Making Making { get; init; }
    public required FocalPoint Focal { get; init; }
    public required RenditionState State { get; init; }
    public required string? Say { get; init; }
    public required IReadOnlyList<Rendition> Renditions { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required IReadOnlyList<AssetUse> Uses { get; init; }
    public required bool MayWrite { get; init; }
    /// <summary>Readers see it, and this person may have them told what stands here now.</summary>
    public required bool MayTellReaders { get; init; }
    /// <summary>When readers were told last what the library said then; null: what the revisions say holds.</summary>
    public required ToldWords? Told { get; init; }

    public string AddressOf(string rendition) => PictureAddress.Of(Id, rendition);
    /// <summary>The rendition that stands in a text.</summary>
    public string InText => AddressOf(RenditionPlans.NameInText(Width));
    /// <summary>A small one, for a list or a preview.</summary>
    public string Thumb => AddressOf("w400.webp");
}

internal sealed class GetAssetHandler(IQuestDb db, Acting acting, IRoles roles, IAssetUses uses) : IQueryHandler<GetAsset, AssetPage>
{
    public async Task<Result<AssetPage>> Handle(GetAsset query, CancellationToken ct)
    {
        var asset = await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Asset, ct);
        if (asset is null) return AssetErrors.NotFound;
        var adder = (await NamesOfDoers.ReadAsync(db, [Who.Of(asset.AddedBy, asset.AddedByKey)], ct)).Of(asset.AddedBy, asset.AddedByKey)!.Name;
        var mine = acting.Actor.Person is { } me ? await roles.OfAsync(me, ct) : null;
        var used = await uses.OfAsync(asset.Id, ct);
        return new AssetPage
        {
            Id = asset.Id,
            Site = asset.Site,
            FileName = asset.FileName,
            ContentType = asset.ContentType,
            Bytes = asset.Bytes,
            Width = asset.Width,
            Height = asset.Height,
            Sha256 = Convert.ToHexStringLower(asset.Sha256),
            AltText = asset.AltText,
            Credit = asset.Credit,
            Making = asset.Making,
            Focal = asset.Focal,
            State = asset.State,
            Say = asset.Say,
            Renditions = asset.Renditions,
            AddedBy = adder,
            AddedAt = asset.AddedAt,
            Uses = used,
            MayWrite = mine?.May(Permission.Write, asset.Site) == true,
            MayTellReaders = asset.IsReady && mine?.May(Permission.Publish, asset.Site) == true && used.Any(u => u.Place == AssetUsePlace.Live),
            Told = asset.Told,
        };
    }
}

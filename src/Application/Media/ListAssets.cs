using System.Globalization;
using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Media;

/// <summary>The library of a site, newest first, by key; with words only what has them all in name, alt text or credit, each also as the beginning of a word.</summary>
/// <param name="After">Opaque: the last picture of the page before.</param>
/// <param name="Size">1 to 100.</param>
[Requires(Permission.ReadSite), OpenToKeys(Permission.PreviewAsAgent)]
public sealed record ListAssets(SiteId Site, string? Query = null, string? After = null, int Size = ListAssets.PageSize) : IQuery<AssetList>, IAbout<SiteId>
{
    public const int PageSize = 24;
    public SiteId About => Site;
}

/// <summary>One page of the library.</summary>
public sealed record AssetList(Page<AssetRow> Page, bool MayWrite);

/// <summary>A picture in the grid.</summary>
public sealed record AssetRow(AssetId Id, string FileName, string AltText, string Credit, bool IsAi, AssetOrigin Origin, int Width, int Height, RenditionState State, DateTimeOffset AddedAt, string AddedBy)
{
    /// <summary>Address of a small rendition.</summary>
    public string Thumb => PictureAddress.Of(Id, "w400.webp");
    /// <summary>The rendition that stands in a text.</summary>
    public string InText => PictureAddress.Of(Id, RenditionPlans.NameInText(Width));
}

/// <summary>Finds pictures with an index for every way to ask; needs PostgreSQL's full text.</summary>
public interface IAssetSearch
{
    /// <param name="words">What was typed; null or without a letter: all.</param>
    Task<IReadOnlyList<AssetRow>> ListAsync(SiteId site, string? words, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken ct);
}

internal sealed class ListAssetsValidator : AbstractValidator<ListAssets>
{
    public ListAssetsValidator()
    {
        RuleFor(q => q.Query ?? "").Text("The search", 200).OverridePropertyName("query");
        RuleFor(q => q.Size).InclusiveBetween(1, 100);
    }
}

internal sealed class ListAssetsHandler(Acting acting, IRoles roles, IAssetSearch search) : IQueryHandler<ListAssets, AssetList>
{
    public async Task<Result<AssetList>> Handle(ListAssets query, CancellationToken ct)
    {
        var rows = await search.ListAsync(query.Site, query.Query, Position(query.After), query.Size + 1, ct);
        var shown = rows.Take(query.Size).ToList();
        var next = rows.Count > query.Size ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].AddedAt.UtcTicks}_{shown[^1].Id.Value:N}") : null;
        return new AssetList(new Page<AssetRow>(shown, next), acting.Actor.Person is { } me && (await roles.OfAsync(me, ct))!.May(Permission.Write, query.Site));
    }

    // What can't be read begins at the newest.
    private static (DateTimeOffset, Guid)? Position(string? after) =>
        after?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(t, TimeSpan.Zero), guid) : null;
}

using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Delivery;
using QuestCms.Application.Media;
using QuestCms.Domain.Media;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Media;

/// <summary>One picture: what it shows, whose it is, where its crops look, what was made of it, where it is used.</summary>
public sealed class AssetModel(IMediator mediator) : StudioPage(mediator)
{
    /// <summary>Pixels; the picture to click on is this wide on every screen, so that a click without a script says where it was.</summary>
    public const int ClickWidth = 256;

    [BindProperty(SupportsGet = true)] public AssetId Id { get; set; }
    [BindProperty] public string? AltText { get; set; }
    [BindProperty] public string? Credit { get; set; }
    [BindProperty] public bool IsAi { get; set; }
    [BindProperty] public int FocalX { get; set; }
    [BindProperty] public int FocalY { get; set; }
    /// <summary>Where the picture was clicked, as a browser says it of such a button.</summary>
    [BindProperty(Name = "Point.x")] public int? PointX { get; set; }
    [BindProperty(Name = "Point.y")] public int? PointY { get; set; }

    public AssetPage Asset { get; private set; } = null!;

    public int ClickHeight => Math.Max(1, ClickWidth * Asset.Height / Asset.Width);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = await Redisplay(ct);
        if (Asset is not null) (AltText, Credit, IsAi, FocalX, FocalY) = (Asset.AltText, Asset.Credit, Asset.Making.IsAi, Asset.Focal.X, Asset.Focal.Y);
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // By keyboard the button says 0, 0: no place was pointed at, the numbers count.
        if (PointX is { } x && PointY is { } y && (x, y) != (0, 0))
        {
            var asked = await Mediator.Send(new GetAsset(Id), ct);
            if (asked.Error is { } missing) return await Refused(missing, ct);
            Asset = asked.Value;
            (FocalX, FocalY) = (Math.Clamp(x * 100 / ClickWidth, 0, 100), Math.Clamp(y * 100 / ClickHeight, 0, 100));
        }
        return await Perform(new DescribeAsset(Id, AltText ?? "", Credit ?? "", IsAi, FocalX, FocalY), "Kept. Texts take it up with their next revision.", () => RedirectToPage(new { Id }), ct);
    }

    public Task<IActionResult> OnPostTellAsync(CancellationToken ct) => Perform(new TellReadersOfPicture(Id), "Readers are being told: published pieces follow within moments.", () => RedirectToPage(new { Id }), ct);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => Perform(new RemoveAsset(Id), "The picture is gone.", () => RedirectToPage("Index"), ct);

    public static string PlaceOf(AssetUse use) => use.Place switch
    {
        AssetUsePlace.Live => $"readers see it, revision {use.Revision}",
        AssetUsePlace.WorkingCopy => "in the working copy",
        AssetUsePlace.SideCopy => "in a copy somebody has to decide about",
        _ => $"in revisions, the newest {use.Revision}",
    };

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetAsset(Id), asset => Asset = asset, ct);
}

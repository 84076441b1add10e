using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Web.Hosting;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>An article shown to somebody without an account, before readers see it: a link to make, and those that are open.</summary>
public sealed class PreviewsModel(IMediator mediator, PublicAddress address) : StudioPage(mediator)
{
    public static readonly IReadOnlyList<(int Hours, string Name)> Lasting = [(1, "an hour"), (24, "a day"), (72, "three days"), (168, "a week"), (336, "two weeks")];

    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }
    /// <summary>Chosen in the form; the history links here with one.</summary>
    [BindProperty(SupportsGet = true)] public int? Revision { get; set; }
    [BindProperty] public int Hours { get; set; } = 1;

    /// <summary>Carried over the redirect in an encrypted cookie and gone once shown; nowhere stored.</summary>
    [TempData] public string? Link { get; set; }

    public PreviewsOfArticle Previews { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    public Task<IActionResult> OnPostShareAsync(CancellationToken ct) => Perform(new SharePreview(Id, Revision, Hours), _ => null, shared =>
    {
        Link = address.Of(Request, PublicPaths.Preview(shared.Token));
        return RedirectToPage(new { Id });
    }, ct);

    public Task<IActionResult> OnPostRevokeAsync(PreviewLinkId preview, CancellationToken ct) =>
        Perform(new RevokePreview(preview), "The preview is revoked: its link opens nothing any more.", () => RedirectToPage(new { Id }), ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new ListPreviews(Id), previews => Previews = previews, ct);
}

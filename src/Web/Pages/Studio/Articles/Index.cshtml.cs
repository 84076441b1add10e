using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>Every article of the site: filters, fifty at a time; words with the passage found, twenty at a time.</summary>
public sealed class IndexModel(IMediator mediator, CurrentSite current) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public ListedState State { get; set; }
    [BindProperty(SupportsGet = true)] public ArticleKind? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public CategoryId? Category { get; set; }
    [BindProperty(SupportsGet = true)] public BylineId? Byline { get; set; }
    [BindProperty(SupportsGet = true)] public string? Tag { get; set; }
    [BindProperty(SupportsGet = true)] public ListedOrigin Origin { get; set; }
    [BindProperty(SupportsGet = true)] public bool Mine { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    public ArticleList List { get; private set; } = null!;

    public bool IsFiltered => Q is not null || State != ListedState.Any || Kind is not null || Category is not null || Byline is not null || Tag is not null || Origin != ListedOrigin.Any || Mine;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>The passage as HTML: everything encoded, then the private marks become &lt;mark&gt;.</summary>
    public static HtmlString Marked(string passage) =>
        new(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(passage).Replace("&#xE000;", "<mark>", StringComparison.Ordinal).Replace("&#xE001;", "</mark>", StringComparison.Ordinal));

    public static string Word(ListedState state) => state switch
    {
        ListedState.InReview => "In review",
        ListedState.ChangesRequested => "Changes requested",
        ListedState.PublishedWithChanges => "Published with changes",
        _ => state.ToString(),
    };

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await current.LookAsync(ct) is { } site ? await Show(new ListArticles(site.Id, Q, State, Kind, Category, Byline, Tag, Origin, Mine, After), list => List = list, ct) : NotFound();
}

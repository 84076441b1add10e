using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>Begin an article: a brief for Claude, the outline of the kind's template, or a blank page. The ids come with the form, so that it can be sent twice.</summary>
public sealed class NewModel(IMediator mediator, CurrentSite current, TimeProvider clock) : StudioPage(mediator)
{
    [BindProperty] public ArticleId Id { get; set; }
    [BindProperty] public GenerationId Generation { get; set; }
    [BindProperty(SupportsGet = true)] public string? Topic { get; set; }
    [BindProperty] public ArticleKind Kind { get; set; }
    [BindProperty] public CategoryId? Category { get; set; }
    [BindProperty] public List<BylineId> Bylines { get; set; } = [];
    [BindProperty] public string? Tags { get; set; }
    [BindProperty] public string? Audience { get; set; }
    [BindProperty] public string? Angle { get; set; }
    [BindProperty] public int Words { get; set; } = 1100;
    [BindProperty] public string? MustSay { get; set; }
    [BindProperty] public string? MustNotSay { get; set; }
    [BindProperty] public string? Sources { get; set; }

    public NewArticleForm Choices { get; private set; } = null!;

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Id = ArticleId.New(now);
        Generation = GenerationId.New(now);
        var page = await Redisplay(ct);
        if (Choices?.Mine is { } mine) Bylines = [mine];
        return page;
    }

    public Task<IActionResult> OnPostBlankAsync(CancellationToken ct) => StartAsync(fromTemplate: false, ct);

    public Task<IActionResult> OnPostOutlineAsync(CancellationToken ct) => StartAsync(fromTemplate: true, ct);

    /// <summary>Begins the article, then asks Claude. Where it can't be asked, the template's outline stands in and the page says so.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => BriefAsync(outlineFirst: false, ct);

    /// <summary>The same, but Claude plans it first: headings with a sentence each, for the writer to adjust.</summary>
    public Task<IActionResult> OnPostPlanAsync(CancellationToken ct) => BriefAsync(outlineFirst: true, ct);

    private async Task<IActionResult> BriefAsync(bool outlineFirst, CancellationToken ct)
    {
        var brief = new Brief
        {
            Topic = Topic ?? "",
            Audience = Audience ?? "",
            Angle = Angle ?? "",
            Words = Words,
            MustSay = MustSay ?? "",
            MustNotSay = MustNotSay ?? "",
            Sources = Sources ?? "",
        };
        if (await SiteAsync(ct) is not { } site) return NotFound();
        var (title, category, tags) = Chosen();
        return await Perform(new BriefClaude(site, Id, title, Kind, category, [.. Bylines], tags, Generation, brief, outlineFirst),
            briefed => null, briefed =>
            {
                if (briefed.NotAsked is { } why)
                {
                    TempData["Warning"] = $"{why} The article is begun; its template can give you an outline.";
                    TempData["OfferOutline"] = true;
                }
                return RedirectToPage("/Studio/Articles/Edit", new { Id });
            }, ct);
    }

    protected override async Task<IActionResult> Redisplay(CancellationToken ct) =>
        await SiteAsync(ct) is { } site ? await Show(new GetNewArticleForm(site), choices => Choices = choices, ct) : NotFound();

    private async Task<IActionResult> StartAsync(bool fromTemplate, CancellationToken ct) =>
        await SiteAsync(ct) is { } site ? await Perform(Start(site, fromTemplate), null, () => RedirectToPage("/Studio/Articles/Edit", new { Id }), ct) : NotFound();

    private StartArticle Start(SiteId site, bool fromTemplate)
    {
        var (title, category, tags) = Chosen();
        return new StartArticle(site, Id, title, Kind, category, [.. Bylines], tags, fromTemplate);
    }

    // A topic is a sentence about the piece; as a title it is cut where a title ends.
    private (string Title, CategoryId? Category, string[] Tags) Chosen() =>
        ((Topic ?? "") is { Length: > ArticleContent.MaxTitle } topic ? topic[..ArticleContent.MaxTitle] : Topic ?? "",
        Category is { Value: var value } && value != Guid.Empty ? Category : null,
        (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private Task<SiteId?> SiteAsync(CancellationToken ct) => current.IdAsync(ct);
}

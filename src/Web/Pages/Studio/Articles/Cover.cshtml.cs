using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Articles;

/// <summary>Where the cover of an article is made: pictures painted by a model, the cover the house draws, and which of them stands above the text.</summary>
public sealed class CoverModel(IMediator mediator, TimeProvider clock) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public ArticleId Id { get; set; }
    [BindProperty] public string? Words { get; set; }
    [BindProperty] public string? Style { get; set; }
    [BindProperty] public bool Fast { get; set; }

    /// <summary>A sentence with what stood in the form when Claude was asked for words: kept beside them. (Bare, words that look like an id would come back as one.)</summary>
    [TempData] public string? TypedWords { get; set; }

    public CoverDesk Desk { get; private set; } = null!;

    public string ChosenStyle => PictureStyle.Find(Style ?? "")?.Name ?? PictureStyle.Professional.Name;

    public bool IsWaiting => Desk.AltTexts is { IsRunning: true } || Desk.Suggesting is not null || Desk.Pictures.Any(IsUnderWay);

    /// <summary>The drawing follows the title: another title is another address.</summary>
    public string HouseAddress => $"/studio/articles/{Id}/cover?handler=House&v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Desk.Title)))[..12]}";

    public static bool IsUnderWay(PaintedPicture picture) => picture.State is GenerationState.Queued or GenerationState.Running;

    /// <summary>The attribute of a part that waits: an empty one would be followed too.</summary>
    public static string Follow(GenerationId generation) => $"data-follow=\"/studio/generations/{generation}/events\"";

    public static string Price(decimal? dollars) => dollars is { } price ? $"about {Figures.Dollars(price)}" : "no price set";

    public string? ErrorOf(string field) => Refusal?.Fields.FirstOrDefault(f => f.Path == field)?.Message;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    /// <summary>The house cover as it would be taken now.</summary>
    public async Task<IActionResult> OnGetHouseAsync(CancellationToken ct)
    {
        var drawn = await Mediator.Send(new DrawHouseCover(Id), ct);
        if (drawn.Error is not null) return NotFound();
        Response.Headers.CacheControl = "private, max-age=3600";
        return File(drawn.Value, "image/png");
    }

    public Task<IActionResult> OnPostPaintAsync(CancellationToken ct) =>
        Perform(new PaintPicture(Id, GenerationId.New(clock.GetUtcNow()), Words ?? "", Style ?? PictureStyle.Professional.Name, Fast), "The picture is being painted. You can close this page, it goes on.", Here, ct);

    public Task<IActionResult> OnPostSuggestAsync(CancellationToken ct)
    {
        TypedWords = Words is { Length: > 0 and <= Generation.MaxInstruction } typed && !PlainText.HasForbidden(typed) ? $"You had typed: {typed}" : null;
        return Perform(new AskClaude(Id, GenerationId.New(clock.GetUtcNow()), GenerationKind.ImagePrompt, new Brief(), 0, 0, Anew: true), null, Here, ct);
    }

    public Task<IActionResult> OnPostTakeAsync(GenerationId generation, CancellationToken ct) =>
        Perform(new TakePicture(generation), "The picture is the cover now. Look at its alt text: it came from your words.", Here, ct);

    /// <summary>Claude looks at the cover and says what it shows, in a few ways to choose from.</summary>
    public Task<IActionResult> OnPostDescribeAsync(CancellationToken ct) =>
        Perform(new AskClaude(Id, GenerationId.New(clock.GetUtcNow()), GenerationKind.AltText, new Brief(), 0, 0, Anew: true), null, Here, ct);

    public Task<IActionResult> OnPostAltAsync(GenerationId generation, string? text, CancellationToken ct) => Perform(new UseAltText(generation, text ?? ""), "That is the alt text now. It reaches readers with the next revision.", Here, ct);

    public Task<IActionResult> OnPostHouseAsync(CancellationToken ct) => Perform(new TakeHouseCover(Id), "The house cover is the cover now.", Here, ct);

    public Task<IActionResult> OnPostStopAsync(GenerationId generation, CancellationToken ct) => Perform(new StopGeneration(generation), "It is being stopped.", Here, ct);

    public Task<IActionResult> OnPostLeaveAsync(GenerationId generation, CancellationToken ct) => Perform(new LeaveProposal(generation), "Left. The picture stays in the library.", Here, ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetCoverDesk(Id), desk => Desk = desk, ct);

    private RedirectToPageResult Here() => RedirectToPage(new { Id });
}

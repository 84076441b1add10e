using System.Buffers;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Application.Ai;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Generations;

/// <summary>Every article and sentence that came from a model, a prompt version or a source; to look at, and as a file.</summary>
public sealed class RecallModel(IMediator mediator, CurrentSite current, TimeProvider clock) : StudioPage(mediator)
{
    /// <summary>Sentences of one article on the page.</summary>
    public const int Shown = 40;
    private const int MostPages = 100;
    private const int Fragment = 60;

    [BindProperty(SupportsGet = true)] public RecallBy By { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? After { get; set; }

    /// <summary>Of the article that is marked to be looked at again: what to look for.</summary>
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public ArticleId Article { get; set; }

    /// <summary>Null before anything was asked for.</summary>
    public Page<RecalledArticle>? Found { get; private set; }
    public RecallChoices Choices { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var page = await Redisplay(ct);
        if (page is not PageResult || string.IsNullOrWhiteSpace(Q)) return page;
        var answer = await AskAsync(site, string.IsNullOrEmpty(After) ? null : After, ct);
        if (answer.Error is { } error) return await Refused(error, ct);
        Found = answer.Value;
        return Page();
    }

    /// <summary>Marks an article of the list to be looked at again because of this.</summary>
    public Task<IActionResult> OnPostLookAgainAsync(CancellationToken ct) =>
        Perform(new AskToLookAgain(Article, LookAgainId.New(clock.GetUtcNow()), By, Q ?? "", Why ?? ""), "Marked. It stands under Review until someone says what was found.", () => RedirectToPage(new { By, Q, After }), ct);

    /// <summary>All of it as a file, at most 2,000 articles; the last line says when there are more.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        var csv = new StringBuilder("article,state,address,field,sentence,words,words_of_it,live,in_work,generation\r\n");
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await AskAsync(site, after, ct);
            if (answer.Error is { } error) return error.Kind == ErrorKind.Invalid ? await Refused(error, ct) : StatusCode(Api.Problems.StatusOf(error.Kind));
            foreach (var piece in answer.Value.Items)
                foreach (var s in piece.Sentences)
                    csv.AppendJoin(',', Cell(piece.Title), Cell(StateOf(piece)), Cell(PlaceOf(piece, s)), s.Field, Cell(s.Text), s.Words, s.OfThem, s.IsLive ? "yes" : "no", s.IsInWork ? "yes" : "no", s.Generation).Append("\r\n");
            after = answer.Value.Next;
            if (after is null) break;
        }
        if (after is not null) csv.Append("There are more; narrow what is looked for.\r\n");
        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "recall.csv");
    }

    public static string NameOf(RecallBy by) => by switch
    {
        RecallBy.Model => "Model",
        RecallBy.Prompt => "Prompt version",
        _ => "Source, by its words or address",
    };

    public static string NameOf(TextField field) => field switch
    {
        TextField.SeoTitle => "Search title",
        TextField.SeoDescription => "Search description",
        _ => field.ToString(),
    };

    public static string StateOf(RecalledArticle piece) => piece.IsArchived ? "archived" : piece.LiveRevision is { } live ? $"live, revision {live}" : $"not live, {Words(piece.State)}";

    // Where Markdown marks something, the page shows other characters than the text has.
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[]()<>#|");

    /// <summary>The editor, at the sentence where the browser can find it by its words.</summary>
    public static string PlaceOf(RecalledArticle piece, RecalledSentence sentence)
    {
        var address = $"/studio/articles/{piece.Article}";
        if (sentence.Field != TextField.Body || !sentence.IsInWork) return address;
        var plain = sentence.Text.Split('\n')[0];
        var marked = plain.AsSpan().IndexOfAny(Marks);
        var start = (marked > 0 ? plain[..marked] : plain).Trim();
        if (start.Length > Fragment) start = start[..start.LastIndexOf(' ', Fragment, Fragment)];
        return start.Length < 8 ? address : $"{address}#:~:text={Uri.EscapeDataString(start).Replace("-", "%2D", StringComparison.Ordinal)}";
    }

    // A cell that a spreadsheet would take for a formula is text.
    private static string Cell(string text) => $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Words(WorkingState state) => string.Concat(state.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private Task<Result<Page<RecalledArticle>>> AskAsync(SiteId site, string? after, CancellationToken ct) => Mediator.Send(new RecallSentences(site, By, Q ?? "", after), ct);

    protected override async Task<IActionResult> Redisplay(CancellationToken ct)
    {
        if (await current.IdAsync(ct) is not { } site) return NotFound();
        // After a refusal the list stands there again.
        if (HttpMethods.IsPost(Request.Method) && await AskAsync(site, string.IsNullOrEmpty(After) ? null : After, ct) is { Error: null } again) Found = again.Value;
        return await Show(new GetRecallChoices(site), choices => Choices = choices, ct);
    }
}

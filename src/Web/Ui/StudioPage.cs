using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Web.Api;

namespace QuestCms.Web.Ui;

/// <summary>
/// A page binds, sends and shows. This base turns a result into what a person sees: a redirect with a notice, the same page with the reason beside
/// the field and everything typed still there, not found, or "try again". Asked for JSON it answers problem+json.
/// </summary>
public abstract class StudioPage(IMediator mediator) : PageModel
{
    /// <summary>Made with the form; the same form sent twice is stored once.</summary>
    [BindProperty] public Guid Operation { get; set; }

    /// <summary>A sentence for the next page.</summary>
    [TempData] public string? Notice { get; set; }

    /// <summary>The refusal the page shows at its top; null when all is well.</summary>
    public Error? Refusal { get; private set; }

    protected IMediator Mediator { get; } = mediator;

    /// <summary>
    /// A posted value that is none (a word for a number, an unknown choice, half an id) is refused before the handler, beside its field: bound, it would be the
    /// type's first value, and nobody chose that.
    /// </summary>
    [NonHandler] // its name begins like one
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var wrong = HttpMethods.IsPost(Request.Method) ? ModelState.Where(m => m.Value?.ValidationState == ModelValidationState.Invalid).Select(m => Malformed(m.Key)).ToArray() : [];
        if (wrong.Length == 0)
        {
            await next();
            return;
        }
        ModelState.Clear(); // the framework's own words say less
        context.Result = await Refused(Error.Invalid("input.malformed", wrong.Length == 1 ? wrong[0].Message : "Some values could not be read; nothing was stored.", wrong), context.HttpContext.RequestAborted);
    }

    /// <summary>Sends a command; done: the next page with a notice. Refused: this page again, with what was typed.</summary>
    protected async Task<IActionResult> Perform(ICommand command, string? done, Func<IActionResult> next, CancellationToken ct)
    {
        UseOperation();
        var result = await Mediator.Send(command, ct);
        if (result.Error is { } error) return await Refused(error, ct);
        if (done is not null) Notice = done;
        return next();
    }

    /// <summary>The same for a command that answers with what the next page needs.</summary>
    protected async Task<IActionResult> Perform<T>(ICommand<T> command, Func<T, string?> done, Func<T, IActionResult> next, CancellationToken ct)
    {
        UseOperation();
        var result = await Mediator.Send(command, ct);
        if (result.Error is { } error) return await Refused(error, ct);
        if (done(result.Value) is { } notice) Notice = notice;
        return next(result.Value);
    }

    /// <summary>Asks a query and shows the page; a refusal shows in its place.</summary>
    protected async Task<IActionResult> Show<T>(IQuery<T> query, Action<T> assign, CancellationToken ct)
    {
        var result = await Mediator.Send(query, ct);
        if (result.Error is { } error) return StatusFor(error);
        assign(result.Value);
        return Page();
    }

    /// <summary>What the page needs to be shown again after a refusal. Bound properties stay as they were typed.</summary>
    protected abstract Task<IActionResult> Redisplay(CancellationToken ct);

    protected async Task<IActionResult> Refused(Error error, CancellationToken ct)
    {
        if (Problems.WantsJson(Request)) return Problem(error);
        if (error.Kind == ErrorKind.NotFound) return StatusFor(error);
        Refusal = error;
        ViewData["Refusal"] = error;
        foreach (var field in error.Fields) ModelState.AddModelError(field.Path, field.Message);
        var page = await Redisplay(ct);
        if (page is PageResult) Response.StatusCode = Problems.StatusOf(error.Kind);
        return page;
    }

    protected IActionResult Problem(Error error, IReadOnlyDictionary<string, object?>? more = null) => new ProblemAnswer(error, more);

    private static FieldError Malformed(string key)
    {
        var name = key[(key.LastIndexOf('.') + 1)..].Split('[')[0];
        return new FieldError(name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..], "value.malformed", "This value could not be read. Choose or type it again; nothing was stored.");
    }

    private IActionResult StatusFor(Error error) => Problems.WantsJson(Request) ? Problem(error) : StatusCode(Problems.StatusOf(error.Kind));

    private void UseOperation()
    {
        if (Operation != Guid.Empty) HttpContext.RequestServices.GetRequiredService<Acting>().Under(Operation);
    }

    private sealed class ProblemAnswer(Error error, IReadOnlyDictionary<string, object?>? more) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => Problems.WriteAsync(context.HttpContext, error, more);
    }
}

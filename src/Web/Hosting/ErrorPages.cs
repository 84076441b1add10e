using Microsoft.AspNetCore.Diagnostics;
using QuestCms.Web.Api;

namespace QuestCms.Web.Hosting;

/// <summary>Faults become one sentence: problem+json where JSON is asked, a page elsewhere. No detail of the inside leaves.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(fault => fault.Run(context => AnswerAsync(context, Say(context.Features.Get<IExceptionHandlerFeature>()?.Error))));
        app.UseStatusCodePages(async pages =>
        {
            var context = pages.HttpContext;
            var (code, sentence) = Say(context.Response.StatusCode);
            if (Problems.WantsJson(context.Request)) await Problems.WriteAsync(context, context.Response.StatusCode, code, sentence);
            else await ErrorPage.WriteAsync(context, context.Response.StatusCode, sentence);
        });
        // Nothing here is traced; a page would be drawn for it without its handler.
        app.Use(next => context =>
        {
            if (!HttpMethods.IsTrace(context.Request.Method)) return next(context);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Reads a posted form where a fault of it still has its name: the form check that comes later would call a form beyond the limits a forged one. The
    /// length that is said is looked at first, so that nothing of it need be sent.
    /// </summary>
    public static void UseFormReading(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            if (context.Request.ContentLength > await Uploads.MostAsync(context)) throw new BadHttpRequestException("The body is over the limit.", StatusCodes.Status413PayloadTooLarge);
            if (NulInForms.IsFor(context.Request)) context.Request.Body = new NulInForms(context.Request.Body);
            if (context.Request.HasFormContentType) await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is BadHttpRequestException or InvalidDataException)
        {
            var said = Say(fault);
            await AnswerAsync(context, said.Status == 413 && Uploads.Is(context.Request) ? said with { Sentence = Uploads.TooLarge } : said); // what a client sent wrongly is no fault of the house
            return;
        }
        await next(context);
    });

    private static async Task AnswerAsync(HttpContext context, (int Status, string Code, string Sentence) said)
    {
        context.Response.StatusCode = said.Status;
        if (said.Status == 503) context.Response.Headers.RetryAfter = "2";
        if (Problems.WantsJson(context.Request)) await Problems.WriteAsync(context, said.Status, said.Code, said.Sentence);
        else await ErrorPage.WriteAsync(context, said.Status, said.Sentence);
    }

    private static (int Status, string Code, string Sentence) Say(Exception? thrown) => thrown switch
    {
        BadHttpRequestException { StatusCode: 413 } => (413, "request.too_large", "That is more than is taken at once. Nothing was stored; an article's text may have 200 KB."),
        InvalidDataException { InnerException: InvalidOperationException } => (400, "text.forbidden_characters", "The form holds a character that can’t be stored (NUL). Nothing was stored; go back, remove it, and try once more."),
        InvalidDataException => (413, "request.too_large", "That is more than is taken at once. Nothing was stored; an article's text may have 200 KB."),
        BadHttpRequestException bad => (bad.StatusCode, "request.malformed", "The request could not be read. Nothing was stored."),
        not null when IsDatabaseAway(thrown) =>
            (503, "database.away", "The database does not answer just now. What you typed is kept in your browser; try again in a moment."),
        _ => (500, "fault", "Something went wrong here. What was stored before is unharmed; try again, and tell an administrator if it stays."),
    };

    // The key ring and others wrap what the database said.
    private static bool IsDatabaseAway(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
            if (cause is Npgsql.NpgsqlException or Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException) return true;
        return false;
    }

    private static (string Code, string Sentence) Say(int status) => status switch
    {
        400 => ("request.malformed", "The request could not be read. Nothing was stored; go back and try once more."),
        401 => ("sign_in", "Sign in first."),
        403 => ("not_allowed", "Your roles don’t include this."),
        404 => ("not_found", "There is no such page, or it is no longer here."),
        405 => ("method_not_allowed", "This address does not take that method."),
        413 => ("request.too_large", "That is more than is taken at once. Nothing was stored; an article's text may have 200 KB."),
        415 => ("media_type", "This address does not take that media type."),
        503 => ("away", "Not available just now; try again in a moment."),
        _ => ("status", $"The answer is {status}."),
    };
}

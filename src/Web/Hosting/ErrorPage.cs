using System.Text.Encodings.Web;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Hosting;

/// <summary>A page for faults that needs no database, no layout and no script, so that it can't fail itself.</summary>
internal static class ErrorPage
{
    public static Task WriteAsync(HttpContext context, int status, string sentence)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var title = status switch { 404 => "Not found", 410 => "Gone", 403 => "Not yours to open", 413 => "Too large", 503 => "Away for a moment", _ => "Something went wrong" };
        var environment = Places.EnvironmentOf(context.RequestServices.GetRequiredService<IHostEnvironment>());
        var theme = context.Request.Cookies["theme"] is "light" or "dark" ? context.Request.Cookies["theme"] : null;
        // To the studio for who came from there; for a reader the start is the list of sites.
        var (back, name) = context.Request.Path.StartsWithSegments("/studio", StringComparison.OrdinalIgnoreCase) && status != 503 ? ("/studio", "Go to my work") : ("/", "Go to the start");
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en" data-theme="{theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{HtmlEncoder.Default.Encode(Places.TitleOf(title, null, environment))}</title><link rel="stylesheet" href="/css/quest.css"><link rel="icon" href="/favicon.svg" type="image/svg+xml"><meta name="color-scheme" content="light dark"></head>
            <body class="plain"><main class="fault" id="main"><div class="brandline"><a class="brand" href="/"><svg viewBox="0 0 22 22" aria-hidden="true"><circle class="b-ring" cx="10.5" cy="10.5" r="8"/><path class="b-tick" d="m12 12 7 7"/></svg>Quest</a>{(environment is null ? "" : $"<span class=\"env\">{HtmlEncoder.Default.Encode(environment)}</span>")}</div>
            <p class="faint">{status}</p><h1>{title}</h1>
            <p>{HtmlEncoder.Default.Encode(sentence)}</p><p><a class="btn" href="{back}">{name}</a></p></main></body></html>
            """);
    }
}

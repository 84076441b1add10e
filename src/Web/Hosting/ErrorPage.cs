using System.Text.Encodings.Web;

namespace QuestCms.Web.Hosting;

/// <summary>A page for faults that needs no database, no layout and no script, so that it can't fail itself.</summary>
internal static class ErrorPage
{
    public static Task WriteAsync(HttpContext context, int status, string sentence)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var title = status switch { 404 => "Not found", 410 => "Gone", 403 => "Not yours to open", 413 => "Too large", 503 => "Away for a moment", _ => "Something went wrong" };
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · Quest</title><link rel="stylesheet" href="/css/quest.css"></head>
            <body class="plain"><main class="sheet fault" id="main"><p class="faint">{status}</p><h1>{title}</h1>
            <p>{HtmlEncoder.Default.Encode(sentence)}</p><p><a class="btn" href="/">Go to the start</a></p></main></body></html>
            """);
    }
}

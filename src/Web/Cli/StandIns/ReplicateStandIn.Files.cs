namespace QuestCms.Web.Cli.StandIns;

/// <summary>The files of the stand-in: a painted one, and every way a file can be wrong.</summary>
public sealed partial class ReplicateStandIn
{
    private async Task FileAsync(HttpContext context, string id)
    {
        Interlocked.Increment(ref _fetched);
        if (!_runs.TryGetValue(id, out var run))
        {
            await RawAsync(context, 404, "text/plain", "Not found");
            return;
        }
        switch (Fault("expired", "forbidden", "html", "cut", "endless", "redirected"))
        {
            case "expired": await RawAsync(context, 404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>"); return;
            case "forbidden": await RawAsync(context, 403, "application/xml", "<Error><Code>AccessDenied</Code></Error>"); return;
            case "html": await RawAsync(context, 200, "image/webp", "<html><script>alert(1)</script></html>"); return;
            case "redirected": context.Response.Redirect("http://169.254.169.254/latest/meta-data"); return;
            case "endless": await EndlessAsync(context); return;
            case "cut": await SendAsync(context, Paint(run)[..2_000]); return;
            default: await SendAsync(context, Paint(run)); return;
        }
    }

    private static byte[] Paint(Run run) => PracticePicture.Of(run.Input.TryGetProperty("prompt", out var prompt) ? prompt.GetString() ?? "" : "");

    private static async Task SendAsync(HttpContext context, byte[] picture)
    {
        context.Response.ContentType = "image/webp";
        await context.Response.Body.WriteAsync(picture, context.RequestAborted);
    }

    // Begins well and never ends.
    private static async Task EndlessAsync(HttpContext context)
    {
        context.Response.ContentType = "image/webp";
        var part = new byte[256 * 1024];
        "RIFF"u8.CopyTo(part);
        while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(part, context.RequestAborted);
    }
}

using System.Diagnostics;

namespace QuestCms.Web.Hosting;

/// <summary>
/// Gives a request its trace id, which log lines and problem details name, and goes on with a caller's own. It stands behind the door of delivery: an answer from memory leaves no line in the
/// log, and the server's own tracing, made for every request before anything of ours is asked, costs a tenth of such an answer.
/// </summary>
internal static class Tracing
{
    /// <summary>What the server's own tracing logs under; said off in <see cref="Logging"/>, or there would be two.</summary>
    public const string Server = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void UseTracing(this IApplicationBuilder app) => app.Use(next => async context =>
    {
        using var activity = new Activity("Quest.Request");
        if (context.Request.Headers.TraceParent is [{ } parent]) activity.SetParentId(parent);
        activity.Start();
        await next(context);
    });
}

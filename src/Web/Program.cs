using QuestCms.Web.Cli;
using QuestCms.Web.Hosting;

// A verb (migrate, person, import …) runs and ends; without one the application serves.
if (Verbs.Find(args) is { } verb) return await verb.RunAsync(args[1..]);

return await QuestHost.ServeAsync(args);

/// <summary>Named so that tests can start the application.</summary>
public partial class Program;

using QuestCms.Web.Cli;
using QuestCms.Web.Hosting;

// A verb (migrate, person, import …) runs and ends; without one the application serves.
if (Verbs.Find(args) is { } verb) return await verb.RunAsync(args[1..]);

var builder = WebApplication.CreateBuilder(args);
await builder.AddQuestAsync();
var app = builder.Build();
await app.PrepareAsync();
app.UseQuest();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the application.</summary>
public partial class Program;

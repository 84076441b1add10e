using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>The programs as they are shipped (Dockerfile), which <c>./quest bench</c> publishes: compiled beforehand, the house and what it stands beside alike.</summary>
internal static class Shipped
{
    public static string House { get; } = Path.Combine(ProjectFolder.Root, "artifacts/shipped/QuestCms.Web/QuestCms.Web.dll");
    public static string Bare { get; } = Path.Combine(ProjectFolder.Root, "artifacts/shipped/QuestCms.BareApp/QuestCms.BareApp.dll");
}

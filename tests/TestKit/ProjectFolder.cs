namespace QuestCms.TestKit;

/// <summary>Where the project and its built programs lie, seen from a test that runs.</summary>
public static class ProjectFolder
{
    public static string Root { get; } = Find();

    /// <summary>The application as it was built with these tests.</summary>
    public static string Program { get; } = Path.Combine(Root, "artifacts/bin/QuestCms.Web", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "QuestCms.Web.dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "QuestCms.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}

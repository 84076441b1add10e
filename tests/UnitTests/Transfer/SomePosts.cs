using System.Text;
using QuestCms.Application.Transfer;

namespace QuestCms.UnitTests.Transfer;

/// <summary>The posts of the folder Posts, and posts said in a test.</summary>
internal static class SomePosts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Posts");

    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static (ReadPost Post, FileReport Report) Read(string name, params string[] taken) =>
        PostReader.Read(new SourceFile(name, File.ReadAllBytes(Path.Combine(Folder, name)), new HashSet<string>(), taken.ToHashSet()));

    public static (ReadPost Post, FileReport Report) ReadText(string text, params string[] listing) =>
        PostReader.Read(new SourceFile("2024-01-01-said.md", Encoding.UTF8.GetBytes(text), listing.ToHashSet(), new HashSet<string>()));

    /// <summary>The body alone, as it is stored.</summary>
    public static string Body(string markdown) => ReadText("---\ntitle: T\n---\n" + markdown).Post.Body;

    public static bool Says(this FileReport report, ReportKind kind, string what, int line) => report.Lines.Any(l => l.Kind == kind && l.What == what && l.Line == line);
}

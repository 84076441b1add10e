namespace QuestCms.Application.Transfer;

internal static class HtmlToMarkdown
{
    public static SourceText Rewrite(SourceText source, ImportNotes notes) => notes is null ? throw new ArgumentNullException(nameof(notes)) : source;
}

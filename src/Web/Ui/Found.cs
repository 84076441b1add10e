using QuestCms.Application.Content;

namespace QuestCms.Web.Ui;

/// <summary>What "find or do" answers: articles, places of the studio, and what can be done with the words. Without words: every place, and a new article.</summary>
/// <param name="Words">What was typed, trimmed; at most 200 characters.</param>
/// <param name="Articles">The best matches, at most <see cref="MostArticles"/>.</param>
public sealed record Found(ShellView Shell, string Words, IReadOnlyList<ArticleRow> Articles)
{
    public const int MostArticles = 6;

    public IReadOnlyList<ShellEntry> Places => [.. Shell.Entries.Where(e => Words.Length == 0 || Ui.Places.NameOf(e.Place).Contains(Words, StringComparison.OrdinalIgnoreCase))];
    public string? NewArticleHref => Words.Length == 0 || Shell.NewArticleHref is null ? Shell.NewArticleHref : $"{Shell.NewArticleHref}?topic={Uri.EscapeDataString(Words)}";
    public string? SearchHref => Words.Length > 0 && Shell.Entries.Any(e => e.Place == Place.Articles) ? $"/studio/articles?q={Uri.EscapeDataString(Words)}" : null;
    public bool IsEmpty => Articles.Count == 0 && Places.Count == 0 && NewArticleHref is null && SearchHref is null;
}

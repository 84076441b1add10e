namespace QuestCms.Domain.Content;

/// <summary>What a piece sets out to do; each kind has its template.</summary>
public enum ArticleKind { Guide, Tutorial, News, Analysis, Comparison, Review }

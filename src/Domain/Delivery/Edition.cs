using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// What readers saw of an article from one time on: which revision it was, and how far it differed from what they saw before. It holds no words, so it stays when an article is
/// taken down, and a correction repeats nothing of what was taken out.
/// </summary>
public sealed class Edition
{
    private Edition() { }

    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Which publication of the article it is, counted from 1.</summary>
    public int Version { get; private set; }
    public int Revision { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>The revision readers saw before; null for the first one that is known.</summary>
    public int? Before { get; private set; }
    /// <summary>What differs from that one, by the names of the API; empty where nothing does.</summary>
    public string[] Fields { get; private set; } = [];
    /// <summary>Sentences of the body that were not there before, as they read.</summary>
    public int SentencesNew { get; private set; }
    /// <summary>Sentences that are no longer there as they read.</summary>
    public int SentencesGone { get; private set; }

    /// <param name="change">Null for the first one that is known.</param>
    public static Edition Of(PublishedArticle article, DateTimeOffset at, int? before, EditionChange? change) => new()
    {
        Article = article.Article,
        Site = article.Site,
        Version = article.Version,
        Revision = article.Revision,
        At = at,
        Before = before,
        Fields = change?.Fields ?? [],
        SentencesNew = change?.SentencesNew ?? 0,
        SentencesGone = change?.SentencesGone ?? 0,
    };

    /// <summary>Readers saw other words before.</summary>
    public bool IsCorrection => Before is not null && Fields.Any(f => f is "title" or "summary" or "body");

    public EditionChange Change => new(Fields, SentencesNew, SentencesGone);
}

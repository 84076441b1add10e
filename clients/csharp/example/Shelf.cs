using System.Collections.Concurrent;
using QuestCms.Client;

namespace QuestCms.ClientExample;

/// <summary>The copy of the site: every article with its text, by slug.</summary>
public sealed class Shelf(QuestClient quest, QuestSite site)
{
    private readonly ConcurrentDictionary<Guid, ListedArticle> _articles = new();
    private readonly ConcurrentDictionary<string, string> _moved = new();

    public string Name { get; private set; } = site.Slug;
    public string Strapline { get; private set; } = "";

    /// <summary>The newest first.</summary>
    public IEnumerable<ListedArticle> Newest => _articles.Values.OrderByDescending(a => a.PublishedAt);

    public ListedArticle? Find(string slug) => _articles.Values.FirstOrDefault(a => a.Slug == slug);

    public string? MovedTo(string slug) => _moved.GetValueOrDefault(slug);

    /// <summary>The whole address of a picture, and text with such addresses in it: they begin at the root of the house.</summary>
    public string AddressOf(string fromRoot) => quest.AddressOf(fromRoot).AbsoluteUri;
    public string BodyOf(ListedArticle article) => quest.WithWholeAddresses(article.Body ?? "");

    /// <summary>Fetches everything; what is not there any more goes.</summary>
    public async Task FetchEverythingAsync(CancellationToken ct)
    {
        var about = await site.GetSiteAsync(ct);
        (Name, Strapline) = (about.Name, about.Strapline);
        var there = new HashSet<Guid>();
        await foreach (var article in site.AllArticlesAsync(new() { Body = BodyForm.Html, Limit = 100 }, ct))
        {
            _articles[article.Id] = article;
            there.Add(article.Id);
        }
        foreach (var gone in _articles.Keys.Where(id => !there.Contains(id))) _articles.TryRemove(gone, out _);
    }

    /// <summary>Makes the copy right after one event. The same event twice does no harm.</summary>
    public async Task HandleAsync(QuestEvent told, CancellationToken ct)
    {
        if (told.Type == EventType.SiteUpdated || told.Type == EventType.MediaUpdated) await FetchEverythingAsync(ct);
        else if (told.Type == EventType.ArticleUnpublished || told.Type == EventType.ArticleArchived || told.Type == EventType.ArticleDeleted) _articles.TryRemove(told.Data.Id, out _);
        else if (told.Data.Url is { } url) await FetchAsync(told.Data.Id, url, ct);
        if (told.Data is { PreviousSlug: { } former, Slug: { } now }) _moved[former] = now;
    }

    private async Task FetchAsync(Guid id, string url, CancellationToken ct)
    {
        try
        {
            _articles[id] = (await quest.AskAsync<ListedArticle>(url, ct: ct)).Value!;
        }
        catch (QuestProblemException gone) when (gone.Status is 404 or 410)
        {
            _articles.TryRemove(id, out _); // since then it was taken down
        }
    }
}

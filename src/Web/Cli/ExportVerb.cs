using System.Text.Json;
using MediatR;
using QuestCms.Application.Media;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Cli;

/// <summary><c>export --site SLUG DIR</c>: a Markdown file for each article and the pictures they show; import markdown gives the same articles back.</summary>
internal static class ExportVerb
{
    public const string Says = "export --site SLUG DIR: every article as Markdown with front matter, and the pictures; import markdown gives the same articles back";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args);
        if (words.Plain is not [var given]) throw new UsageException(Says);
        var folder = House.CallersPath(given);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new UsageException($"{folder} is not empty: name a folder that is, or one that is not there yet.");
        await using var house = await House.OpenAsync();
        var (articles, pictures, more) = await WriteAsync(house.Services, () => house.Begin(), await house.SiteAsync(words.Must("site")), folder);
        Console.WriteLine($"{folder}: {articles} {(articles == 1 ? "article" : "articles")}, {pictures} {(pictures == 1 ? "picture" : "pictures")}.");
        if (more > 0) Console.WriteLine($"{more} {(more == 1 ? "has changes that are" : "have changes that are")} not published; the files hold what readers see.");
        return 0;
    }

    /// <param name="begin">A scope in which the operator acts.</param>
    internal static async Task<(int Articles, int Pictures, int More)> WriteAsync(IServiceProvider services, Func<AsyncServiceScope> begin, SiteId site, string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, ExportedPictures.Folder));
        var storage = services.GetRequiredService<IMediaStorage>();
        var pictures = new Dictionary<string, ExportedPicture>();
        var (articles, more) = (0, 0);
        for (ArticleId? after = null; ;)
        {
            IReadOnlyList<ExportedArticle> page;
            await using (var scope = begin())
            {
                var found = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportArticles(site, after));
                if (found.Error is { } error) throw new UsageException(error.Message);
                page = found.Value;
            }
            foreach (var article in page)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, article.File), article.Text);
                foreach (var picture in article.Pictures.Where(p => pictures.TryAdd(p.File, p))) await CopyAsync(storage, picture, folder);
                if (article.HasMore) more++;
            }
            articles += page.Count;
            if (page.Count < ExportArticles.AtOnce) break;
            after = page[^1].Article;
        }
        await File.WriteAllTextAsync(Path.Combine(folder, ExportedPictures.List), JsonSerializer.Serialize(pictures.Values, ExportedPictures.Json));
        return (articles, pictures.Count, more);
    }

    private static async Task CopyAsync(IMediaStorage storage, ExportedPicture picture, string folder)
    {
        await using var original = await storage.OpenAsync(picture.Key, CancellationToken.None) ?? throw new UsageException($"The storage does not hold the picture {picture.Key}: is QUEST_STORAGE the place where it was put?");
        await using var file = File.Create(Path.Combine(folder, picture.File));
        await original.CopyToAsync(file);
    }
}

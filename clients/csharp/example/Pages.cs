using System.Globalization;
using QuestCms.Client;

namespace QuestCms.ClientExample;

/// <summary>The pages, encoded where anything is put into them.</summary>
public static class Pages
{
    public static Html Front(Shelf shelf) => Frame(shelf, shelf.Name, Html.Of($"""
        <p class="lead">{shelf.Strapline}</p>
        <ul class="list">{shelf.Newest.Take(30).Select(a => Card(shelf, a))}</ul>
        """));

    public static Html Article(Shelf shelf, ListedArticle article) => Frame(shelf, article.Title, Html.Of($"""
        <article lang="{article.Locale}">
          <p class="kicker">{article.Category?.Name}</p>
          <h1>{article.Title}</h1>
          <p class="lead">{article.Summary}</p>
          <p class="by">{string.Join(", ", article.Authors.Select(a => a.Name))} · {Date(article.PublishedAt)} · {article.ReadingMinutes} min</p>
          {Picture(shelf, article.Image, "wide")}
          <div class="body">{Html.Cleaned(shelf.BodyOf(article))}</div>
          {(article.Ai.Disclosure is { } disclosure ? Html.Of($"<p class=\"note\">{disclosure}</p>") : Html.Nothing)}
        </article>
        """));

    public static Html NotHere(Shelf shelf) => Frame(shelf, "Not here", Html.Of($"""<h1>Not here</h1><p>There is no such article, or it was taken down. <a href="/">What there is</a></p>"""));

    private static Html Card(Shelf shelf, ListedArticle article) => Html.Of($"""
        <li><a href="/articles/{article.Slug}">{Picture(shelf, article.Image, "small")}<span class="text"><span class="kicker">{article.Category?.Name}</span><strong>{article.Title}</strong><span>{article.Summary}</span><span class="by">{Date(article.PublishedAt)} · {article.ReadingMinutes} min</span></span></a></li>
        """);

    private static Html Picture(Shelf shelf, Image? image, string size) =>
        image is null ? Html.Nothing : Html.Of($"<img class=\"{size}\" src=\"{shelf.AddressOf(image.Url)}\" alt=\"{image.Alt}\" width=\"{image.Width}\" height=\"{image.Height}\" loading=\"lazy\">");

    private static string Date(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static Html Frame(Shelf shelf, string title, Html main) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{title}</title>
          <link rel="stylesheet" href="/site.css">
          <script type="module" src="/live.js"></script>
        </head>
        <body>
          <header><a href="/">{shelf.Name}</a></header>
          <main>{main}</main>
          <footer>Published with Quest CMS</footer>
        </body>
        </html>
        """);
}

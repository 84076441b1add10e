using Microsoft.AspNetCore.Components;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>What stands around every public page: the head that tells machines of it, the site's name and sections above, categories, archive and feeds below.</summary>
public sealed class SiteHtml(IHostEnvironment host, EndpointDataSource endpoints)
{
    private readonly string? _environment = Places.EnvironmentOf(host);
    // The names files have by what is in them are known once the addresses are.
    private readonly Lazy<string> _files = new(() => FilesOf(endpoints));

    /// <summary>All before the page's own part.</summary>
    public void WriteHead(HtmlText html, PublicPage about)
    {
        var title = string.Join(" · ", new[] { _environment, about.Title, about.Site }.Where(part => part is not null));
        html.Add($"""<!doctype html><html lang="{about.Locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>""");
        if (about.Canonical.Length > 0) html.Add($"""<link rel="canonical" href="{about.Canonical}">""");
        if (about.NextHref is not null) html.Add($"""<link rel="next" href="{about.NextHref}">""");
        if (about.Description is { Length: > 0 }) html.Add($"""<meta name="description" content="{about.Description}">""");
        if (about.NoIndex) html.Add($"""<meta name="robots" content="noindex">""");
        if (about.Canonical.Length > 0) WriteShared(html, about);
        if (about.FeedsHref is { } feeds)
        {
            html.Add($"""<link rel="alternate" type="application/atom+xml" title="{about.Site} (Atom)" href="{feeds}/feed.atom"><link rel="alternate" type="application/rss+xml" title="{about.Site} (RSS)" href="{feeds}/feed.rss">""");
            html.Add($"""<link rel="alternate" type="application/feed+json" title="{about.Site} (JSON Feed)" href="{feeds}/feed.json">""");
        }
        html.Trust(_files.Value);
        // As it stands: what is in it is encoded for a script element, and a + written as an entity is not known to every reader of JSON-LD.
        if (about.JsonLd is not null) html.Add($"""<script type="application/ld+json">{new TrustedHtml(about.JsonLd)}</script>""");
        html.Add($"""</head><body><a class="skip" href="#main">Go to the content</a><header class="pub-top"><a class="name" href="{about.HomeHref}">{about.Site}</a>""");
        if (about.FeedsHref is not null)
        {
            html.Add($"""<nav aria-label="Sections">""");
            foreach (var part in about.Sections)
            {
                if (part.Current) html.Add($"""<a href="{part.Href}" aria-current="page">{part.Name}</a>""");
                else html.Add($"""<a href="{part.Href}">{part.Name}</a>""");
            }
            html.Add($"""<a href="{about.HomeHref}?q=">Search</a></nav>""");
        }
        html.Add($"</header>");
    }

    /// <summary>All after it.</summary>
    public void WriteFoot(HtmlText html, PublicPage about)
    {
        html.Add($"""<footer class="pub-foot">""");
        WriteLinks(html, "Categories", about.Categories);
        WriteLinks(html, "Archive", about.Years);
        if (about.FeedsHref is { } feeds)
            html.Add($"""<nav aria-label="Feeds"><span>Follow</span><a href="{feeds}/feed.atom">Atom</a><a href="{feeds}/feed.rss">RSS</a><a href="{feeds}/feed.json">JSON Feed</a><a href="{feeds}/sitemap.xml">Site map</a></nav>""");
        html.Add($"<p><span>{about.Site}</span>");
        if (_environment is not null) html.Add($"<span>{_environment}</span>");
        html.Add($"</p></footer></body></html>");
    }

    // What a shared link shows.
    private static void WriteShared(HtmlText html, PublicPage about)
    {
        html.Add($"""<meta property="og:type" content="{(about.Piece is null ? "website" : "article")}"><meta property="og:title" content="{about.Title ?? about.Site}"><meta property="og:url" content="{about.Canonical}">""");
        html.Add($"""<meta property="og:site_name" content="{about.Site}"><meta property="og:locale" content="{about.Locale.Replace('-', '_')}">""");
        if (about.Description is { Length: > 0 }) html.Add($"""<meta property="og:description" content="{about.Description}">""");
        if (about.Image is not null) html.Add($"""<meta property="og:image" content="{about.Image}">""");
        if (about.Image is not null && about.ImageAlt is { Length: > 0 }) html.Add($"""<meta property="og:image:alt" content="{about.ImageAlt}">""");
        html.Add($"""<meta name="twitter:card" content="{(about.Image is null ? "summary" : "summary_large_image")}">""");
        if (about.Piece is not { } piece) return;
        html.Add($"""<meta property="article:published_time" content="{Time(piece.PublishedAt)}">""");
        if (piece.WasUpdated) html.Add($"""<meta property="article:modified_time" content="{Time(piece.UpdatedAt)}">""");
        if (piece.Category is not null) html.Add($"""<meta property="article:section" content="{piece.Category.Name}">""");
        foreach (var tag in piece.Tags) html.Add($"""<meta property="article:tag" content="{tag}">""");
    }

    private static void WriteLinks(HtmlText html, string name, IReadOnlyList<PublicLink> links)
    {
        if (links.Count == 0) return;
        html.Add($"""<nav aria-label="{name}"><span>{name}</span>""");
        foreach (var link in links) html.Add($"""<a href="{link.Href}">{link.Name}</a>""");
        html.Add($"</nav>");
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    // Two faces are fetched before the style sheet asks for them.
    private static string FilesOf(EndpointDataSource endpoints)
    {
        var names = endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(c => c is not null);
        string Of(string file) => "/" + (names?[file] ?? file);
        var html = new HtmlText();
        foreach (var face in new[] { "fonts/source-serif-4.woff2", "fonts/schibsted-grotesk.woff2" }) html.Add($"""<link rel="preload" href="{Of(face)}" as="font" type="font/woff2" crossorigin>""");
        html.Add($"""<link rel="stylesheet" href="{Of("css/public.css")}"><link rel="icon" href="{Of("favicon.svg")}" type="image/svg+xml"><meta name="color-scheme" content="light dark">""");
        return html.ToString();
    }
}

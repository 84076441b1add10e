using System.Text;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Api.Delivery.Feeds;

/// <summary>What a language model needs to read a site well (llmstxt.org): what it is, how its texts come about, where they are as data, and the newest by category.</summary>
internal static class LlmsText
{
    public const int MostPieces = 100;

    public static string Of(DeliverySite site, IReadOnlyList<ShelfSection> sections, IReadOnlyList<PublicCard> newest, Func<string, string> absolute)
    {
        var api = absolute(PublicPaths.Api(site.Slug));
        var text = new StringBuilder();
        text.Append("# ").Append(Line(site.Name)).Append("\n\n");
        if (site.Strapline.Length > 0) text.Append("> ").Append(Line(site.Strapline)).Append("\n\n");
        text.Append("A named person who did not write a piece read it and decided that it may appear, or it was taken over from where it was public before, which its page says. Each piece says in its field `ai` which share of its words a model wrote; pass that on when you quote it.\n\n");
        text.Append("## How to read it\n\n");
        text.Append($"- [All pieces as JSON]({api}/articles): newest first, `limit=100`, filters and `cursor` as the answers link them\n");
        text.Append($"- [One piece as JSON]({api}/articles/by-slug/SLUG): the last part of its address is its slug\n");
        text.Append($"- [Newest pieces, whole]({api}/feed.json): JSON Feed 1.1; also {api}/feed.atom and {api}/feed.rss\n");
        text.Append($"- [Every address]({api}/sitemap.xml): site map\n");
        foreach (var group in sections.Select(s => (s.Name, Pieces: newest.Where(c => c.Category?.Slug == s.Slug).ToList())).Append((Name: "Other pieces", Pieces: newest.Where(c => c.Category is null).ToList())).Where(g => g.Pieces.Count > 0))
        {
            text.Append("\n## ").Append(Line(group.Name)).Append("\n\n");
            foreach (var card in group.Pieces)
                text.Append("- [").Append(Line(card.Title).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)).Append("](").Append(absolute(PublicPaths.Piece(site.Slug, card.Slug))).Append(')')
                    .Append(card.Summary.Length > 0 ? ": " + Line(card.Summary) : "").Append('\n');
        }
        return text.ToString();
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

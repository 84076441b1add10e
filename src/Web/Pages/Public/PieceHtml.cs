using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>A piece as its page and its preview show it, between the head and the foot of the site.</summary>
public sealed class PieceHtml(TimeProvider clock)
{
    public void Write(HtmlText html, ShownPiece shown)
    {
        var (piece, share) = (shown.Piece, (int)Math.Round(shown.Piece.AiShare * 100));
        html.Add($"""<main class="pub" id="main"><header class="wide intro prose">""");
        if (shown.Crumbs.Count > 0) WriteCrumbs(html, shown.Crumbs);
        html.Add($"""<p class="kick">{piece.KindName}</p><h1>{(piece.Title.Length > 0 ? piece.Title : "Untitled")}</h1>""");
        if (piece.Summary.Length > 0) html.Add($"""<p class="stand">{piece.Summary}</p>""");
        WriteBy(html, shown);
        if (share > 0) html.Add($"""<p class="by"><a href="#made">{share} % drafted with AI{(piece.Reviewers.Count > 0 ? ", all of it decided by a person" : "")}</a></p>""");
        html.Add($"</header>");
        if (piece.Image is { } image)
        {
            html.Add($"""<figure class="wide"><div class="cover">""");
            WritePicture(html, image, "(max-width: 860px) 100vw, 820px", isFirst: true);
            html.Add($"</div>");
            if (image.Said.Length > 0) html.Add($"<figcaption>{image.Said}</figcaption>");
            html.Add($"</figure>");
        }
        html.Add($"""<article class="prose" id="text">{new TrustedHtml(piece.Html)}</article><aside aria-label="About this article">""");
        WriteHeadings(html, piece);
        WriteMade(html, shown, share);
        html.Add($"</aside>");
        if (shown.Story is { } story) StoryHtml.Write(html, story, shown.Site, Day);
        WriteRest(html, shown);
        html.Add($"</main>");
    }

    /// <summary>The way here from the front page; the last is this page, and no link.</summary>
    public static void WriteCrumbs(HtmlText html, IReadOnlyList<PublicLink> crumbs)
    {
        html.Add($"""<nav class="crumbs" aria-label="Where you are"><ol>""");
        foreach (var crumb in crumbs)
        {
            if (crumb.Current) html.Add($"""<li><span aria-current="page">{crumb.Name}</span></li>""");
            else html.Add($"""<li><a href="{crumb.Href}">{crumb.Name}</a></li>""");
        }
        html.Add($"</ol></nav>");
    }

    /// <summary>A cover in the format and size the browser chooses; its room is kept before it arrives.</summary>
    /// <param name="sizes">As the attribute says them.</param>
    /// <param name="isFirst">It is seen without scrolling.</param>
    public static void WritePicture(HtmlText html, PublicImage image, string sizes, bool isFirst)
    {
        html.Add($"<picture>");
        if (image.AvifSet.Length > 0) html.Add($"""<source type="image/avif" srcset="{image.AvifSet}" sizes="{sizes}">""");
        html.Add($"""<img src="{image.Url}" srcset="{image.WebpSet}" sizes="{sizes}" width="{image.Width}" height="{image.Height}" alt="{image.Alt}" loading="{(isFirst ? "eager" : "lazy")}" """);
        if (isFirst) html.Add($"""fetchpriority="high" """);
        html.Add($"""decoding="async"></picture>""");
    }

    private TrustedHtml Day(DateTimeOffset at) => HtmlText.Of(new MomentTagHelper(clock) { At = at, Date = true });

    private void WriteBy(HtmlText html, ShownPiece shown)
    {
        var piece = shown.Piece;
        html.Add($"""<p class="by">""");
        if (piece.Authors.Count > 0)
        {
            html.Add($"By ");
            for (var i = 0; i < piece.Authors.Count; i++) html.Add($"""{(i > 0 ? ", " : "")}<a href="{PublicPaths.Author(shown.Site, piece.Authors[i].Slug)}" rel="author">{piece.Authors[i].Name}</a>""");
            html.Add($". ");
        }
        if (piece.ApprovedAt is null) html.Add($"Not published. ");
        else if (piece.WasUpdated) html.Add($"Published {Day(piece.PublishedAt)}, updated {Day(piece.UpdatedAt)}. ");
        else html.Add($"Published {Day(piece.PublishedAt)}. ");
        html.Add($"{Figures.Minutes(piece.Minutes)} to read.</p>");
    }

    private static void WriteHeadings(HtmlText html, PublicPiece piece)
    {
        var headings = piece.Headings();
        if (headings.Count == 0) return;
        html.Add($"""<nav class="toc" aria-labelledby="toc"><h2 id="toc">In this {piece.Kind}</h2>""");
        foreach (var heading in headings) html.Add($"""<a href="#{heading.Id}">{new TrustedHtml(heading.Html)}</a>""");
        html.Add($"</nav>");
    }

    private void WriteMade(HtmlText html, ShownPiece shown, int share)
    {
        var piece = shown.Piece;
        html.Add($"""<section class="made" aria-labelledby="made"><h2 id="made">How this was made</h2>""");
        if (shown.Story is { } story && (story.Machine > 0 || story.Edited > 0))
            html.Trust(HtmlText.Of(new OriginStripTagHelper { Tall = true, Machine = story.Machine, Edited = story.Edited, People = story.People, Pasted = story.Pasted, LongKeys = true, Label = "Where the words come from" }).Text);
        html.Add($"<p>{piece.Disclosure ?? "People wrote this text."}</p>");
        if (piece.ApprovedAt is not { } approved) html.Add($"<p>Nobody has decided yet that it may appear.</p>");
        else if (piece.Reviewers.Count == 0) html.Add($"<p>It was public before it came here; it was taken over, not reviewed.</p>");
        else
        {
            html.Add($"<dl><dt>Decided by</dt><dd>{string.Join(", ", piece.Reviewers)}</dd><dt>on</dt><dd>{Day(approved)}</dd>");
            if (piece.Score is { } score) html.Add($"<dt>Score</dt><dd>{HtmlText.Of(new ScoreTagHelper { Of = score })}</dd>");
            if (share > 0) html.Add($"<dt>From Claude</dt><dd>{share} %</dd>");
            html.Add($"</dl><p>A person who did not write it read all of it and decided that it may appear. No machine can.</p>");
        }
        if (shown.Story is not null) html.Add($"""<p><a href="#provenance">Where every word comes from, signed</a></p>""");
        html.Add($"</section>");
    }

    private void WriteRest(HtmlText html, ShownPiece shown)
    {
        if (shown.Piece.Tags.Count > 0)
        {
            html.Add($"""<nav class="wide shelves tags" aria-label="Tags"><ul>""");
            foreach (var tag in shown.Piece.Tags) html.Add($"""<li><a href="{PublicPaths.Tag(shown.Site, tag)}" rel="tag">{tag}</a></li>""");
            html.Add($"</ul></nav>");
        }
        if (shown.Related.Count == 0) return;
        html.Add($"""<section class="wide rest" aria-labelledby="related"><h2 id="related">Read next</h2><ul>""");
        foreach (var card in shown.Related)
        {
            html.Add($"""<li><a href="{PublicPaths.Piece(shown.Site, card.Slug)}">{card.Title}</a>""");
            if (card.Summary.Length > 0) html.Add($"""<p class="sum">{card.Summary}</p>""");
            html.Add($"""<span class="by">{card.KindName}{(card.Category is null ? "" : ", " + card.Category.Name)}. {Day(card.PublishedAt)}. {Figures.Minutes(card.Minutes)}</span></li>""");
        }
        html.Add($"</ul></section>");
    }
}

using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>How a piece was made, as it is signed: below its text.</summary>
internal static class StoryHtml
{
    public static void Write(HtmlText html, ProvenanceStory story, string site, Func<DateTimeOffset, TrustedHtml> day)
    {
        var authors = string.Join(", ", story.Authors);
        html.Add($"""<section class="story" id="provenance" aria-labelledby="story"><h2 id="story">Where every word comes from</h2><p class="first">{(authors.Length > 0 ? $"Written by {authors}" : "Written by people of the house")}, """);
        if (story.WasReviewed) html.Add($"reviewed by {string.Join(", ", story.Reviewers)} on {day(story.ApprovedAt)}; ");
        else html.Add($"taken over from where it stood before on {day(story.ApprovedAt)}, not reviewed; ");
        if (story.FromMachines > 0) html.Add($"{Figures.Percent(story.FromMachines, story.Words)} of the words first drafted by {MachinesOf(story)}.</p>");
        else html.Add($"no word of it comes from a model.</p>");
        if (story.Words > story.People)
            html.Trust(HtmlText.Of(new OriginStripTagHelper { Machine = story.Machine, Edited = story.Edited, People = story.People, Pasted = story.Pasted, Label = "Where the words come from" }).Text);
        html.Add($"<details><summary>Hands, checks, corrections</summary><dl><div><dt>Words</dt><dd><ul>");
        foreach (var hand in story.Hands) WriteHand(html, hand, story.Words);
        html.Add($"</ul></dd></div><div><dt>Review</dt><dd>");
        if (story.WasReviewed) html.Add($"{string.Join(", ", story.Reviewers)} wrote none of it, read revision {story.Revision} whole and decided that it may appear{(story.Score is { } score ? $", with {score} of 10" : "")}.");
        else html.Add($"It was public before it came here. An administrator took it over; nobody here reviewed it.");
        html.Add($"</dd></div>");
        WriteChecked(html, story, day);
        WriteSources(html, story);
        WriteCorrections(html, story, day);
        WritePictures(html, story);
        html.Add($"""<div><dt>Seal</dt><dd>Publication {story.Version}, revision {story.Revision}, <code title="SHA-256 of what was approved">{story.Seal[..16]}…</code></dd></div></dl></details>""");
        html.Add($"""<p class="proof"><a href="{PublicPaths.Provenance(site, story.Article)}">The signed card</a> <a href="/api/provenance">How to check it</a></p></section>""");
    }

    private static string MachinesOf(ProvenanceStory story) => story.Hands.All(h => h.Kind != "model") ? "a program" : story.Hands.Count(h => h.Kind == "model") > 1 ? "models" : "a model";

    private static void WriteHand(HtmlText html, StoryHand hand, int words)
    {
        html.Add($"<li>{hand.Name}: {Figures.Of(hand.Words, "word")}, {Figures.Percent(hand.Words, words)}{(hand.Pasted > 0 ? $"; {Figures.Count(hand.Pasted)} of them pasted from elsewhere" : "")}");
        if (hand.Prompts.Count > 0) html.Add($"; prompt {string.Join(", ", hand.Prompts)}");
        html.Add($"</li>");
    }

    private static void WriteChecked(HtmlText html, ProvenanceStory story, Func<DateTimeOffset, TrustedHtml> day)
    {
        html.Add($"<div><dt>Checked</dt><dd>");
        if (story.ClaimsFound == 0) html.Add($"<p>No sentence was marked for checking.</p>");
        else html.Add($"<p>{(story.ClaimsVerified == 0 ? "None" : Figures.Count(story.ClaimsVerified))} of {Figures.Of(story.ClaimsFound, "sentence")} with something to check {(story.ClaimsVerified < 2 ? "was" : "were")} looked up in a source and verified.</p>");
        if (story.Claims.Count > 0)
        {
            html.Add($"<ul>");
            foreach (var claim in story.Claims)
            {
                html.Add($"""<li>“{claim.Sentence}” <span class="soft">{day(claim.CheckedAt)}""");
                if (claim.Source is { } source) html.Add($""", <a href="{source}" rel="nofollow noopener">{new Uri(source).Host}</a>""");
                html.Add($"</span></li>");
            }
            html.Add($"</ul>");
        }
        html.Add($"</dd></div>");
    }

    private static void WriteSources(HtmlText html, ProvenanceStory story)
    {
        if (story.Sources.Count == 0) return;
        html.Add($"<div><dt>Sources</dt><dd><p>Read for what a model wrote:</p><ul>");
        foreach (var source in story.Sources)
            html.Add($"""<li><a href="{source.Address}" rel="nofollow noopener">{(source.Title.Length > 0 ? source.Title : source.Address)}</a> <span class="soft">{new Uri(source.Address).Host}</span></li>""");
        html.Add($"</ul></dd></div>");
    }

    private static void WriteCorrections(HtmlText html, ProvenanceStory story, Func<DateTimeOffset, TrustedHtml> day)
    {
        html.Add($"<div><dt>Corrections</dt><dd>");
        if (story.Corrections.Count == 0) html.Add($"None since {day(story.KnownSince)}.");
        else
        {
            html.Add($"<ul>");
            foreach (var correction in story.Corrections) html.Add($"""<li>{day(correction.At)}: {correction.What} <span class="soft">revision {correction.Revision} after {correction.Before}</span></li>""");
            html.Add($"</ul>");
        }
        html.Add($"</dd></div>");
    }

    private static void WritePictures(HtmlText html, ProvenanceStory story)
    {
        if (story.Pictures.Count == 0) return;
        html.Add($"<div><dt>Pictures</dt><dd><ul>");
        foreach (var picture in story.Pictures) html.Add($"<li>{(picture.Cover ? "The cover" : picture.Alt.Length > 0 ? $"“{picture.Alt}”" : "One in the text")} was made by {picture.Model ?? "a model"}.</li>");
        html.Add($"</ul></dd></div>");
    }
}

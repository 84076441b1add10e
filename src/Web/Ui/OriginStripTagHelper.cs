using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QuestCms.Domain.Content;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;origin-strip of="Model.Origin" /&gt;</c> or with <c>machine edited people pasted</c> in words: four lengths, always in the order Claude, edited, people,
/// pasted, and the percentages for screen readers. <c>keys</c> adds the legend with the percentages below.
/// </summary>
[HtmlTargetElement("origin-strip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OriginStripTagHelper : TagHelper
{
    private static readonly (string Class, string Long, string Short)[] Parts =
        [("machine", "Claude, untouched", "Claude"), ("edited", "Claude, then edited", "edited"), ("human", "written by people", "people"), ("pasted", "pasted", "pasted")];

    private static readonly string[] Whole = ["written by Claude", "Claude, edited by people", "written by people", "pasted"];

    /// <summary>The words by origin; wins over the four single figures.</summary>
    public OriginShares? Of { get; set; }
    public int Machine { get; set; }
    public int Edited { get; set; }
    public int People { get; set; }
    public int Pasted { get; set; }
    /// <summary>Ten pixels high instead of six.</summary>
    public bool Tall { get; set; }
    /// <summary>Said before the percentages: "Revision 4".</summary>
    public string? Label { get; set; }
    public bool Keys { get; set; }
    /// <summary>A legend in whole words, one a line: "written by Claude", "Claude, edited by people".</summary>
    public bool LongKeys { get; set; }
    /// <summary>The legend's word for people: "you" where the text is the reader's own.</summary>
    public string PeopleWord { get; set; } = "people";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var words = Of ?? new OriginShares(Machine, Edited, People, Pasted);
        var shares = Figures.Shares(words.Machine, words.Edited, words.People, words.Pasted);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("strip", HtmlEncoder.Default);
        if (Tall) output.AddClass("tall", HtmlEncoder.Default);
        output.Attributes.SetAttribute("viewBox", "0 0 100 6");
        output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", (Label is null ? "" : Label + ": ") + Say(shares));
        output.Content.SetHtmlContent(Draw(shares));
        if (Keys || LongKeys) output.PostElement.SetHtmlContent(Legend(shares));
    }

    private static string Say(int[] shares)
    {
        var said = string.Join(", ", Parts.Select((part, i) => (part.Long, Share: shares[i])).Where(p => p.Share > 0).Select(p => $"{Figures.Percent(p.Share, 100)} {p.Long}"));
        return said is "" ? "no words yet" : said;
    }

    private static string Draw(int[] shares)
    {
        if (shares.Sum() == 0) return """<rect class="f-none" width="100" height="6"/>""";
        var drawn = new StringBuilder();
        var at = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0) continue;
            var end = at + shares[i];
            // A narrow gap parts neighbours; the last one reaches the end.
            var width = end == 100 ? shares[i] : Math.Max(shares[i] - 0.9, 0.5);
            drawn.Append($"""<rect class="f-{Parts[i].Class}" x="{at}" width="{Figures.Length(width)}" height="6"/>""");
            if (i == 1) drawn.Append($"""<path class="h-edited" d="M{at} 3H{Figures.Length(at + width)}"/>""");
            at = end;
        }
        return drawn.ToString();
    }

    private string Legend(int[] shares)
    {
        var legend = new StringBuilder(LongKeys ? """<p class="keys long">""" : """<p class="keys">""");
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0) continue;
            var word = LongKeys ? Whole[i] : i == 2 ? HtmlEncoder.Default.Encode(PeopleWord) : Parts[i].Short;
            legend.Append($"""<span class="key"><i class="{Parts[i].Class}"></i>{word} <b>{Figures.Percent(shares[i], 100)}</b></span>""");
        }
        return legend.Append("</p>").ToString();
    }
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;waiting since="Model.SubmittedAt" /&gt;</c>: "1 day 4 hours"; <c>brief</c> "1 day 4 h". With <c>aim-hours</c> half the aim turns it amber and the aim red;
/// <c>scale</c> draws it on a rule twice as long as the aim.
/// </summary>
[HtmlTargetElement("waiting", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WaitingTagHelper(TimeProvider time) : TagHelper
{
    public DateTimeOffset Since { get; set; }
    public bool Brief { get; set; }
    public int? AimHours { get; set; }
    public bool Scale { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var waited = time.GetUtcNow() - Since;
        if (waited < TimeSpan.Zero) waited = TimeSpan.Zero;
        var said = Figures.Span(waited, Brief);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetContent(said);
        if (AimHours is not { } aim || aim <= 0) return;

        var tone = waited.TotalHours >= aim ? "back" : waited.TotalHours >= aim / 2.0 ? "wait" : "ink3";
        if (tone != "ink3") output.AddClass("t-" + tone, HtmlEncoder.Default);
        if (!Scale) return;
        var length = Math.Min(waited.TotalHours / (aim * 2), 1) * 144;
        output.PostElement.SetHtmlContent(
            $"""<svg class="wait-scale" viewBox="0 0 144 12" role="img" aria-label="waiting {said}, the aim is {Figures.Span(TimeSpan.FromHours(aim))}">"""
            + $"""<rect class="f-line" y="5" width="144" height="2"/><rect class="f-{tone}" y="3" width="{Figures.Length(length)}" height="6"/>"""
            + """<path class="l-ink" stroke-width="1.5" d="M72 0v12"/></svg>""");
    }
}

using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>How a gauge is drawn.</summary>
public enum GaugeLook
{
    /// <summary>96 × 14 in a row of a list.</summary>
    Row,
    /// <summary>The ruled foot of the editor, 664 wide, with ticks.</summary>
    Rule,
    /// <summary>A thin line under a field, 358 wide: lengths for search engines.</summary>
    Meter,
}

/// <summary>
/// <c>&lt;gauge words="1048" from="1000" to="1200" /&gt;</c>: a count on a scale with its aim as a green field. The scale ends a sixth beyond the aim, or at the
/// count when that is further. <c>data-max</c> tells a script where it ends.
/// </summary>
[HtmlTargetElement("gauge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GaugeTagHelper : TagHelper
{
    private static readonly int[] Steps = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

    public int Words { get; set; }
    public int From { get; set; }
    public int To { get; set; }
    public int? Max { get; set; }
    public GaugeLook Look { get; set; }
    /// <summary>One of what is counted.</summary>
    public string Unit { get; set; } = "word";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var max = Math.Max(Math.Max(Max ?? (int)Math.Ceiling(To * 7 / 6.0), Words), 1);
        var (width, height) = Look switch { GaugeLook.Row => (96, 14), GaugeLook.Rule => (664, 16), _ => (358, 8) };
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("gauge", HtmlEncoder.Default);
        output.AddClass(Look switch { GaugeLook.Row => "row", GaugeLook.Rule => "rule", _ => "line-only" }, HtmlEncoder.Default);
        output.Attributes.SetAttribute("viewBox", $"0 0 {width} {height}");
        // A meter is as wide as its field and stays eight pixels high.
        if (Look == GaugeLook.Meter) output.Attributes.SetAttribute("preserveAspectRatio", "none");
        output.Attributes.SetAttribute("role", "img");
        var aim = To > 0 ? $"; {Figures.Count(From)} to {Figures.Count(To)} is the aim" : "";
        output.Attributes.SetAttribute("aria-label", Figures.Of(Words, Unit) + aim);
        output.Attributes.SetAttribute("data-max", max);

        double At(int count) => Math.Clamp((double)count / max, 0, 1) * width;
        output.Content.SetHtmlContent(Look switch
        {
            GaugeLook.Row => Row(At(From), At(To), At(Words)),
            GaugeLook.Rule => Rule(At(From), At(To), At(Words), max),
            _ => Meter(At(From), At(To), At(Words)),
        });
    }

    private static string Row(double from, double to, double now) =>
        $"""{Band(from, to, 1, 10)}<path class="l-line" stroke-width="2" d="M0 12H96"/>"""
        + $"""<path class="l-ink" stroke-width="2" d="M0 12H{Figures.Length(now)}"/><path class="l-ink" stroke-width="1.5" d="M{Figures.Length(now)} 3v9"/>""";

    private static string Rule(double from, double to, double now, int max)
    {
        var step = Steps.First(s => max / s <= 40 || s == Steps[^1]);
        var ticks = new StringBuilder();
        for (var i = 0; i * step <= max; i++) ticks.Append($"M{Figures.Length((double)i * step / max * 664)} 12v-{(i % 5 == 0 ? 8 : 4)}");
        return $"""{Band(from, to, 2, 10)}<path class="l-edge" d="{ticks}"/><path class="l-ink" stroke-width="3" d="M0 13.5H{Figures.Length(now)}"/>"""
            + $"""<path class="l-mark" stroke-width="2" d="M{Figures.Length(now)} 1v14"/>""";
    }

    private static string Meter(double from, double to, double now) =>
        $"""<rect class="f-line" y="3" width="358" height="2"/>{Band(from, to, 0, 8)}<rect class="f-ink" y="3" width="{Figures.Length(now)}" height="2"/>"""
        + $"""<rect class="f-mark" x="{Figures.Length(Math.Max(now - 1, 0))}" width="2" height="8"/>""";

    private static string Band(double from, double to, int y, int height) => to > from
        ? $"""<rect class="f-band" x="{Figures.Length(from)}" y="{y}" width="{Figures.Length(to - from)}" height="{height}"/>"""
        : "";
}

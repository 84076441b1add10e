using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;bars values="…" worse="…" label="Requests a minute" unit="requests" /&gt;</c>: a bar for each value on one scale, left the oldest; of each, what went wrong stands in red at its foot. The figures themselves stand in a
/// table beside it.
/// </summary>
[HtmlTargetElement("bars", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarsTagHelper : TagHelper
{
    private const int Width = 340, Height = 64, Foot = 50;

    public IReadOnlyList<double> Values { get; set; } = [];
    public IReadOnlyList<double>? Worse { get; set; }
    /// <summary>What is shown, for who does not see it.</summary>
    public string Label { get; set; } = "";
    public string Unit { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var most = Math.Max(Values.DefaultIfEmpty(0).Max(), 1);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("bars", HtmlEncoder.Default);
        output.Attributes.SetAttribute("viewBox", $"0 0 {Width} {Height}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", $"{Label}: at most {Figures.Count((long)most)} {Unit}");
        var step = (double)Width / Math.Max(Values.Count, 1);
        var drawn = new StringBuilder();
        for (var i = 0; i < Values.Count; i++)
        {
            Bar(drawn, "f-ink3", i * step, step, Values[i] / most);
            if (Worse is { } worse && worse[i] > 0) Bar(drawn, "f-back", i * step, step, Math.Max(worse[i] / most, 0.06));
        }
        drawn.Append($"""<path class="l-line" stroke-width="1" d="M0 {Foot}.5H{Width}"/><text x="0" y="{Height - 2}">an hour ago</text><text x="{Width}" y="{Height - 2}" text-anchor="end">now</text>""");
        drawn.Append($"""<text class="b" x="0" y="11">{Figures.Count((long)most)}</text>""");
        output.Content.SetHtmlContent(drawn.ToString());
    }

    private static void Bar(StringBuilder drawn, string look, double x, double step, double share)
    {
        var height = share * (Foot - 14);
        if (height > 0) drawn.Append($"""<rect class="{look}" x="{Figures.Length(x + 0.5)}" y="{Figures.Length(Foot - height)}" width="{Figures.Length(Math.Max(step - 1, 1))}" height="{Figures.Length(height)}"/>""");
    }
}

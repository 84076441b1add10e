using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary><c>&lt;score of="Model.Score" /&gt;</c>: a figure from 1 to 10 and ten ticks; green from 8, amber from 6, red below; "no score" for none.</summary>
[HtmlTargetElement("score", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoreTagHelper : TagHelper
{
    public int? Of { get; set; }
    /// <summary>Said before the figure to screen readers: "Claude gives".</summary>
    public string Label { get; set; } = "Score";
    /// <summary>What stands there when nobody scored.</summary>
    public string None { get; set; } = "no score";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("score", HtmlEncoder.Default);
        output.AddClass(Tone(Of), HtmlEncoder.Default);
        if (Of is not { } score)
        {
            output.Content.SetContent(None);
            return;
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(score, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, 10);
        output.Content.SetHtmlContent("""<span class="sr">""").Append(Label + " ").AppendHtml($"</span>{score}{Ticks(score)}");
    }

    private static string Tone(int? score) => score switch { null => "none", >= 8 => "good", >= 6 => "wait", _ => "back" };

    private static string Ticks(int score)
    {
        var drawn = new StringBuilder("""<svg viewBox="0 0 40 10" aria-hidden="true"><path d=" """.TrimEnd());
        for (var i = 0; i < score; i++) drawn.Append($"M{Figures.Length(1.2 + 4 * i)} 0v10");
        drawn.Append("\"/>");
        if (score < 10)
        {
            drawn.Append("<path class=\"off\" d=\"");
            for (var i = score; i < 10; i++) drawn.Append($"M{Figures.Length(1.2 + 4 * i)} 3v7");
            drawn.Append("\"/>");
        }
        return drawn.Append("</svg>").ToString();
    }
}

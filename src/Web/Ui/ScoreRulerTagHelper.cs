using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;score-ruler name="Scores[0]" label="Accuracy" value="8" claude="6" says="one figure unproven" /&gt;</c>: ten radio buttons as one rule, filled up to
/// the choice. Claude's figure is a small hanging mark and never the choice: without <c>value</c> nothing is chosen.
/// </summary>
[HtmlTargetElement("score-ruler", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoreRulerTagHelper : TagHelper
{
    /// <summary>The form field.</summary>
    public string Name { get; set; } = "";
    /// <summary>The criterion in words; the field's name where there is none.</summary>
    public string? Label { get; set; }
    public int? Value { get; set; }
    public int? Claude { get; set; }
    /// <summary>Claude's reason, a few words.</summary>
    public string? Says { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = HtmlEncoder.Default;
        var label = text.Encode(Label ?? Name);
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ruler", text);
        if (!output.Attributes.ContainsName("id")) output.Attributes.SetAttribute("id", TagBuilder.CreateSanitizedId(Name, "_"));

        var rule = new StringBuilder($"""<legend class="sr">{label}</legend><div class="top"><b>{label}</b>""");
        if (Claude is not null || Says is not null)
        {
            var given = Claude is { } figure ? $"Claude {figure}" : "Claude";
            rule.Append($"""<span class="cl">{text.Encode(Says is null ? given : $"{given}: {Says}")}</span>""");
        }
        rule.Append("""</div><div class="scale">""");
        for (var score = 1; score <= 10; score++)
        {
            var mark = score == Claude ? " class=\"claude\"" : "";
            var chosen = score == Value ? " checked" : "";
            rule.Append($"""<label{mark}><input type="radio" name="{text.Encode(Name)}" value="{score}"{chosen}><span><span class="sr">{label} </span>{score}</span></label>""");
        }
        output.Content.SetHtmlContent(rule.Append("</div>").ToString());
    }
}

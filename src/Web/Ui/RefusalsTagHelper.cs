using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;refusals text="@Model.Refusal?.Message" /&gt;</c>: at the top of a form, why it was not taken, with a link to each field that stands in the way.
/// Nothing is written when nothing was refused.
/// </summary>
[HtmlTargetElement("refusals", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RefusalsTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The refusal as a whole; without it, the model state's own sentence or the number of fields.</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        var fields = state.Where(entry => entry.Key is not "" && entry.Value!.Errors.Count > 0).Select(entry => (entry.Key, entry.Value!.Errors[0].ErrorMessage)).ToList();
        var whole = Text ?? state.GetValueOrDefault("")?.Errors.FirstOrDefault()?.ErrorMessage;
        if (string.IsNullOrWhiteSpace(whole)) whole = fields.Count > 0 ? $"{Figures.Of(fields.Count, "field")} to mend; what you typed is still here." : null;
        if (whole is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        NoticeTagHelper.Dress(output, NoticeKind.Refused);
        output.Content.SetHtmlContent(Icons.Svg("bad")).AppendHtml("<div>").Append(whole).AppendHtml("</div>");
        var others = fields.Where(field => field.ErrorMessage != whole).ToList();
        if (others.Count == 0) return;
        output.Content.AppendHtml("<ul>");
        foreach (var (path, message) in others)
            output.Content.AppendHtml($"""<li><a href="#{HtmlEncoder.Default.Encode(FieldTagHelper.PlaceOf(path))}">""").Append(message).AppendHtml("</a></li>");
        output.Content.AppendHtml("</ul>");
    }
}

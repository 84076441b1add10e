using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary><c>&lt;empty-state title="Nothing waits for you"&gt;…&lt;/empty-state&gt;</c>: nothing is here; inside, one sentence and the step that fills it.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("empty", HtmlEncoder.Default);
        output.Content.SetHtmlContent("<h2>").Append(Title).AppendHtml("</h2>").AppendHtml(inside);
    }
}

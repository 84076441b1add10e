using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;operation /&gt;</c> inside a form: the id under which it is stored, so that the same form sent twice is stored once, and the site it was made for, so
/// that it stays there when another tab goes to another site.
/// </summary>
[HtmlTargetElement("operation", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OperationTagHelper(TimeProvider clock, CurrentSite current) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var site = await current.LookAsync(CancellationToken.None);
        output.TagName = null;
        output.Content.SetHtmlContent($"""<input type="hidden" name="Operation" value="{Guid.CreateVersion7(clock.GetUtcNow())}">""");
        if (site is not null) output.Content.AppendHtml($"""<input type="hidden" name="{CurrentSite.Field}" value="{HtmlEncoder.Default.Encode(site.Slug)}">""");
    }
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>What a notice tells.</summary>
public enum NoticeKind { Note, Done, Wait, Refused }

/// <summary>
/// <c>&lt;notice kind="Done"&gt;Revision 5 is submitted.&lt;/notice&gt;</c>: what happened, what was kept, what to do. Read out politely; a refusal at once.
/// With <c>text</c> instead of content; when both are empty nothing is written.
/// </summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public NoticeKind Kind { get; set; }
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        if (string.IsNullOrWhiteSpace(Text) && inside.IsEmptyOrWhiteSpace)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Dress(output, Kind);
        output.Content.SetHtmlContent(Icons.Svg(IconOf(Kind))).AppendHtml("<div>");
        if (!string.IsNullOrWhiteSpace(Text)) output.Content.Append(Text);
        output.Content.AppendHtml(inside).AppendHtml("</div>");
    }

    internal static string IconOf(NoticeKind kind) => kind switch { NoticeKind.Done => "okc", NoticeKind.Wait => "warn", NoticeKind.Refused => "bad", _ => "note" };

    internal static void Dress(TagHelperOutput output, NoticeKind kind)
    {
        output.AddClass("notice", HtmlEncoder.Default);
        if (kind != NoticeKind.Note) output.AddClass(kind switch { NoticeKind.Done => "done", NoticeKind.Wait => "wait", _ => "refused" }, HtmlEncoder.Default);
        output.Attributes.SetAttribute("role", kind == NoticeKind.Refused ? "alert" : "status");
    }
}

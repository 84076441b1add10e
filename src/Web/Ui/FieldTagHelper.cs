using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;field for="Title" label="Title" help="At most 200 characters." /&gt;</c>: label, control, help and error, tied together by id. The typed value stays after
/// a refusal (a password never does). <c>rows</c> makes a text area, <c>options</c> a choice, <c>type="switch"</c> a switch; every other attribute goes to the
/// control; what stands inside follows it. The error is the model state's for the whole name or its last part, as refusals name it ("title").
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }
    public string Label { get; set; } = "";
    public string? Help { get; set; }
    /// <summary>A reason given by the page; wins over the model state's. Empty is none.</summary>
    public string? Error { get; set; }
    public string Type { get; set; } = "text";
    public int? Rows { get; set; }
    public IEnumerable<SelectListItem>? Options { get; set; }
    /// <summary>For a field that no model has.</summary>
    public string? Name { get; set; }
    public string? Value { get; set; }

    /// <summary>Where a refusal's link leads: the last part of the name, in small letters.</summary>
    internal static string PlaceOf(string path) => "field-" + path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var name = Name ?? (For is null ? "" : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));
        if (name is "") throw new InvalidOperationException("A field needs for or name.");
        var id = output.Attributes["id"]?.Value?.ToString() ?? TagBuilder.CreateSanitizedId(name, "_");
        var entry = EntryOf(name);
        var error = !string.IsNullOrEmpty(Error) ? Error : (entry?.Errors is [var first, ..] ? first.ErrorMessage : null);

        var control = ControlOf(name, id, entry);
        foreach (var attribute in output.Attributes.Where(a => a.Name is not ("class" or "id")))
            control.MergeAttribute(attribute.Name, attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : Text(attribute.Value), replaceExisting: true);
        if (Type != "switch")
        {
            control.AddCssClass("in");
            if (Text(output.Attributes["class"]?.Value) is { Length: > 0 } more) control.AddCssClass(more);
        }
        var described = string.Join(' ', new[] { Help is null ? null : id + "-help", error is null ? null : id + "-error" }.OfType<string>());
        if (described is not "") control.MergeAttribute("aria-describedby", described);
        if (error is not null) control.MergeAttribute("aria-invalid", "true");

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Attributes.SetAttribute("id", PlaceOf(name));
        var help = Help is null ? null : Beside("span", "help", id + "-help", Help);
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        if (Type == "switch")
        {
            label.AddCssClass("switch");
            label.InnerHtml.AppendHtml(control).Append(Label);
            Add(output, label, help);
        }
        else
        {
            label.InnerHtml.Append(Label);
            // A long text is helped before it is begun; a short field keeps in line with its neighbour.
            if (Rows is null) Add(output, label, control, help);
            else Add(output, label, help, control);
        }
        if (error is not null) Add(output, Beside("p", "error", id + "-error", error, Icons.Svg("bad")));
        output.Content.AppendHtml(inside);
    }

    private ModelStateEntry? EntryOf(string name)
    {
        var state = ViewContext.ViewData.ModelState;
        var own = state.GetValueOrDefault(name);
        var dot = name.LastIndexOf('.');
        return own is { Errors.Count: > 0 } || dot < 0 || state.GetValueOrDefault(name[(dot + 1)..]) is not { Errors.Count: > 0 } last ? own : Both(own, last);
    }

    // The typed value stands under the whole name, a refusal's sentence under the last part.
    private static ModelStateEntry Both(ModelStateEntry? own, ModelStateEntry last)
    {
        if (own?.AttemptedValue is { } typed) (last.AttemptedValue, last.RawValue) = (typed, own.RawValue);
        return last;
    }

    private TagBuilder ControlOf(string name, string id, ModelStateEntry? entry)
    {
        var value = entry?.AttemptedValue ?? Value ?? Write(For?.Model);
        var control = new TagBuilder(Options is not null ? "select" : Rows is not null ? "textarea" : "input");
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (Options is not null)
        {
            foreach (var option in Options) control.InnerHtml.AppendHtml(OptionOf(option, value));
        }
        else if (Rows is { } rows)
        {
            control.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
            // A browser drops the first line end inside a text area.
            control.InnerHtml.AppendHtml("\n").Append(value ?? "");
        }
        else
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Type == "switch" ? "checkbox" : Type;
            if (Type == "switch")
            {
                control.Attributes["role"] = "switch";
                control.Attributes["value"] = "true";
                if (value?.Split(',')[0].Equals("true", StringComparison.OrdinalIgnoreCase) == true) control.Attributes["checked"] = "";
            }
            else if (Type != "password" && value is not null) control.Attributes["value"] = value;
        }
        return control;
    }

    private static TagBuilder OptionOf(SelectListItem option, string? value)
    {
        var tag = new TagBuilder("option");
        tag.InnerHtml.Append(option.Text);
        tag.Attributes["value"] = option.Value ?? option.Text;
        if (value is null ? option.Selected : value == (option.Value ?? option.Text)) tag.Attributes["selected"] = "";
        if (option.Disabled) tag.Attributes["disabled"] = "";
        return tag;
    }

    private string? Write(object? model) => model switch
    {
        null => null,
        DateTimeOffset at => at.ToString(Type == "date" ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        DateTime at => at.ToString(Type == "date" ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(model, CultureInfo.InvariantCulture),
    };

    private static TagBuilder Beside(string tag, string css, string id, string text, string? before = null)
    {
        var beside = new TagBuilder(tag);
        beside.AddCssClass(css);
        beside.Attributes["id"] = id;
        if (before is not null) beside.InnerHtml.AppendHtml(before);
        beside.InnerHtml.Append(text);
        return beside;
    }

    private static void Add(TagHelperOutput output, params ReadOnlySpan<IHtmlContent?> parts)
    {
        foreach (var part in parts)
            if (part is not null) output.Content.AppendHtml(part);
    }

    private static string Text(object? value)
    {
        if (value is not IHtmlContent html) return value?.ToString() ?? "";
        // What Razor has already encoded is read back, because the tag builder encodes again.
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}

using System.Collections.Frozen;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;state of="in_review" /&gt;</c>: a state as glyph and word. Takes the enum's name or the stored word (<c>InReview</c>, <c>in_review</c>, <c>in review</c>);
/// what stands inside replaces the word: <c>&lt;state of="scheduled"&gt;Tomorrow 07:00&lt;/state&gt;</c>. An unknown state is a fault.
/// </summary>
[HtmlTargetElement("state")]
public sealed class StateTagHelper : TagHelper
{
    private const string Ring = """<circle cx="7" cy="7" r="5.2"/>""";

    private static readonly FrozenDictionary<string, (string Tone, string Word, string Glyph)> States = new Dictionary<string, (string, string, string)>
    {
        ["draft"] = ("", "Draft", """<circle cx="7" cy="7" r="5.2" stroke-dasharray="2.4 2.1"/>"""),
        ["inreview"] = ("wait", "In review", Ring + """<path class="f" d="M7 1.8a5.2 5.2 0 0 1 0 10.4z"/>"""),
        ["changesrequested"] = ("back", "Changes requested", Ring + """<path d="M9.3 7H4.9M6.6 5.2 4.8 7l1.8 1.8"/>"""),
        ["rejected"] = ("back", "Rejected", Ring + """<path d="m5.2 5.2 3.6 3.6M8.8 5.2 5.2 8.8"/>"""),
        ["approved"] = ("good", "Approved", Ring + """<path d="m4.7 7.2 1.6 1.6 3-3.4"/>"""),
        ["scheduled"] = ("good", "Scheduled", Ring + """<path d="M7 4.2V7l1.9 1.2"/>"""),
        ["published"] = ("good", "Published", """<circle class="f" cx="7" cy="7" r="6"/>"""),
        ["publishedwithchanges"] = ("good", "Published with changes", Ring + """<circle class="f" cx="7" cy="7" r="3"/>"""),
        ["archived"] = ("", "Archived", """<path d="M2 3h10v2.5H2zM3 5.5V11h8V5.5M5.6 7.8h2.8"/>"""),
        ["bin"] = ("", "In the bin", """<path d="M2.5 4h9M5.3 4V2.5h3.4V4M3.7 4l.6 7.5h5.4l.6-7.5"/>"""),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (string Tone, string Word, string Glyph)>.AlternateLookup<ReadOnlySpan<char>> ByLetters =
        States.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, word, glyph) = Find(Of);
        var inside = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("state", HtmlEncoder.Default);
        if (tone is not "") output.AddClass(tone, HtmlEncoder.Default);
        output.Content.SetHtmlContent($"""<svg class="g" viewBox="0 0 14 14" aria-hidden="true">{glyph}</svg>""");
        if (inside.IsEmptyOrWhiteSpace) output.Content.Append(word);
        else output.Content.AppendHtml(inside);
    }

    private static (string Tone, string Word, string Glyph) Find(string state)
    {
        Span<char> letters = stackalloc char[32];
        var length = 0;
        foreach (var c in state)
            if (char.IsAsciiLetter(c) && length < letters.Length) letters[length++] = char.ToLowerInvariant(c);
        return ByLetters.TryGetValue(letters[..length], out var found)
            ? found
            : throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state; those there are stand in Ui/StateTagHelper.cs.");
    }
}

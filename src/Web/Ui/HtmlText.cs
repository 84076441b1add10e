using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>HTML that is trusted as it stands: rendered and cleaned, or written by a tag helper.</summary>
public readonly record struct TrustedHtml(string? Text);

/// <summary>
/// HTML as bytes, for what is read too often to be put together by a page's machinery: what stands in a text to be written is markup, what is put into it is encoded, as in Razor.
/// <c>html.Add($"&lt;h1&gt;{title}&lt;/h1&gt;")</c>
/// </summary>
public sealed class HtmlText
{
    private const int Room = 24 * 1024;
    private static readonly Dictionary<object, object> NoItems = [];
    private readonly ArrayBufferWriter<byte> _bytes = new(Room);

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Markup and values; see the type.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] Written written) => _ = written;

    /// <summary>Markup alone, or HTML that was made before.</summary>
    public void Trust(string? html)
    {
        if (html is null) return;
        _bytes.Advance(Encoding.UTF8.GetBytes(html, _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(html.Length))));
    }

    public void Trust(ReadOnlySpan<byte> html) => _bytes.Write(html);

    /// <summary>What a tag helper that looks at nothing around it writes in a page.</summary>
    public static TrustedHtml Of(TagHelper helper)
    {
        var output = new TagHelperOutput("span", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())) { TagMode = TagMode.StartTagAndEndTag };
        helper.Process(new TagHelperContext([], NoItems, ""), output);
        using var text = new StringWriter();
        output.WriteTo(text, HtmlEncoder.Default);
        return new TrustedHtml(text.ToString());
    }

    public override string ToString() => Encoding.UTF8.GetString(_bytes.WrittenSpan);

    /// <summary>What the compiler makes of <c>$"…"</c>.</summary>
    [InterpolatedStringHandler]
    public readonly struct Written
    {
        private readonly HtmlText _into;

        public Written(int literalLength, int formattedCount, HtmlText into) => _into = into;

        public void AppendLiteral(string markup) => _into.Trust(markup);
        public void AppendFormatted(string? value) => _into.Trust(string.IsNullOrEmpty(value) ? null : HtmlEncoder.Default.Encode(value));
        public void AppendFormatted(int value) => _into.Trust(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        public void AppendFormatted(TrustedHtml html) => _into.Trust(html.Text);
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace QuestCms.ClientExample;

/// <summary>Markup. What is put into it by <see cref="Of"/> is encoded, save what is markup already.</summary>
public sealed record Html(string Text)
{
    public static readonly Html Nothing = new("");

    /// <summary>The text between is markup; every value is encoded.</summary>
    public static Html Of(Encoding markup) => new(markup.ToString());

    /// <summary>The body of an article: the house has cleaned it.</summary>
    public static Html Cleaned(string body) => new(body);

    public IResult Answer(int status = 200) => Results.Content(Text, "text/html; charset=utf-8", System.Text.Encoding.UTF8, status);

    /// <summary>What <c>$"…"</c> becomes when it is markup.</summary>
    [InterpolatedStringHandler]
    public readonly struct Encoding(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + formattedCount * 32);

        public void AppendLiteral(string markup) => _text.Append(markup);
        public void AppendFormatted(Html? markup) => _text.Append(markup?.Text);
        public void AppendFormatted(IEnumerable<Html> many) => _text.AppendJoin("", many.Select(m => m.Text));
        public void AppendFormatted<T>(T value) => _text.Append(HtmlEncoder.Default.Encode(value?.ToString() ?? ""));

        public override string ToString() => _text.ToString();
    }
}

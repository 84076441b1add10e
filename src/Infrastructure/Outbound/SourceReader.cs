using System.Text;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>Pages as sources: text of any kind up to 2 MB, within 10 seconds and 5 redirects.</summary>
internal sealed class SourceReader(OutboundHttp http) : ISourceReader
{
    private static readonly OutboundLimits Limits = new(2 * 1024 * 1024, TimeSpan.FromSeconds(10), Redirects: 5, "text/html, application/xhtml+xml, text/plain;q=0.9, text/*;q=0.5");

    public async Task<Result<SourcePage>> ReadAsync(Uri address, CancellationToken ct)
    {
        var got = await http.GetAsync(address, Limits, ct);
        if (got.Error is { } error) return error;
        var answer = got.Value;
        var isPage = answer.ContentType is "" or "text/html" or "application/xhtml+xml";
        if (!isPage && !answer.ContentType.StartsWith("text/", StringComparison.Ordinal)) return Error.Unavailable("source.no_text", $"What stands at {answer.Address.Host} is no page of text.");
        var sent = Decode(answer);
        var (title, text) = isPage ? PageText.Of(sent) : ("", PageText.Readable(sent).Trim());
        return text.Length == 0 ? Error.Unavailable("source.empty", $"The page at {answer.Address.Host} has no text for readers.") : new SourcePage(Cut(title, Source.MaxTitle), Cut(text, Source.MaxText));
    }

    // As told; else what the page says of itself in its first bytes; else UTF-8.
    private static string Decode(OutboundAnswer answer)
    {
        var head = Encoding.Latin1.GetString(answer.Bytes, 0, Math.Min(answer.Bytes.Length, 1024));
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        var named = answer.Charset ?? (at < 0 ? null : new string([.. head[(at + 8)..].TrimStart('"', '\'').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]));
        return Known(named).GetString(answer.Bytes).TrimStart('\uFEFF');
    }

    private static Encoding Known(string? name)
    {
        if (string.IsNullOrEmpty(name)) return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}

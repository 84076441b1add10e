using System.Text;
using Microsoft.Net.Http.Headers;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Hosting;

/// <summary>
/// The server's own reader refuses an <c>application/x-www-form-urlencoded</c> form with a NUL in it as a whole, and what was typed would be lost with it. Here
/// each <c>%00</c> becomes <see cref="PlainText.StandsForNul"/>, which has as many bytes: the form arrives, and the rule of the field says its sentence.
/// </summary>
internal sealed class NulInForms(Stream inner) : Stream
{
    private static readonly byte[] StandsForNul = Encoding.UTF8.GetBytes([PlainText.StandsForNul]);

    // How much of a "%00" stood at the end of what came last: given on with what comes next.
    private int _held;

    /// <summary>A form as browsers send it: in UTF-8. In another encoding those bytes would be other characters.</summary>
    public static bool IsFor(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return await inner.ReadAsync(buffer, cancellationToken); // waits until there is something to read
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, StandsForNul.Length);
        while (true)
        {
            "%0"u8[.._held].CopyTo(buffer.Span);
            var read = await inner.ReadAsync(buffer[_held..], cancellationToken);
            var come = buffer[..(_held + read)];
            for (int at; (at = come.Span.IndexOf("%00"u8)) >= 0;) StandsForNul.CopyTo(come.Span[at..]);
            _held = read == 0 ? 0 : come.Span.EndsWith("%0"u8) ? 2 : come.Span.EndsWith("%"u8) ? 1 : 0;
            if (come.Length > _held || read == 0) return come.Length - _held;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The server reads asynchronously.");
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

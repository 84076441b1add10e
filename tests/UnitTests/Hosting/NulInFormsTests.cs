using System.IO.Pipelines;
using System.Text;
using QuestCms.Domain.Common;
using QuestCms.Web.Hosting;

namespace QuestCms.UnitTests.Hosting;

public sealed class NulInFormsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a=b", "a=b")]
    [InlineData("a=%00", "a=\uFFFF")]
    [InlineData("%00=%00%00b%0", "\uFFFF=\uFFFF\uFFFFb%0")]
    [InlineData("%", "%")]
    [InlineData("%%00%2%0%00", "%\uFFFF%2%0\uFFFF")]
    [InlineData("%001%01%0000", "\uFFFF1%01\uFFFF00")]
    public async Task A_NUL_is_stood_for_wherever_the_body_was_parted(string sent, string arrives)
    {
        var bytes = Encoding.UTF8.GetBytes(sent);
        for (var part = 1; part <= bytes.Length; part++)
        {
            var reader = new StreamReader(new NulInForms(new InParts(bytes, part)), Encoding.UTF8);
            Assert.Equal(arrives, await reader.ReadToEndAsync(Ct));
        }
    }

    [Fact]
    public async Task The_servers_reader_takes_the_form_and_the_field_is_refused()
    {
        var body = Encoding.UTF8.GetBytes("title=Half+a+%00+title&summary=kept");
        var form = await new Microsoft.AspNetCore.WebUtilities.FormPipeReader(PipeReader.Create(new NulInForms(new MemoryStream(body)))).ReadFormAsync(Ct);

        Assert.Equal(("kept", true), (form["summary"].ToString(), PlainText.HasForbidden(form["title"].ToString())));
    }

    /// <summary>As a network gives it: so many bytes at a time.</summary>
    private sealed class InParts(byte[] bytes, int part) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(part, buffer.Length)], cancellationToken);
    }
}

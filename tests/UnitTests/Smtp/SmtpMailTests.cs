using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using QuestCms.Application.Identity;
using QuestCms.Infrastructure.Smtp;

namespace QuestCms.UnitTests.Smtp;

public sealed class SmtpMailTests
{
    private const string Secret = "se/cret:word";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_arrives_with_sender_receiver_subject_and_text()
    {
        using var server = new Server();
        var sent = await Mail($"smtp://127.0.0.1:{server.Port}").SendAsync(new Letter("someone@quest.test", "Für dich", "A first line.\n\nhttps://quest.test/sign-in/link?token=a%2Bb\n"), Ct);

        Assert.Null(sent.Error);
        var text = await server.Received.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Contains("MAIL FROM:<quest@quest.test>", text, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<someone@quest.test>", text, StringComparison.Ordinal);
        Assert.Contains("From: Quest <quest@quest.test>", text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", text, StringComparison.Ordinal);
        Assert.Contains("https://quest.test/sign-in/link?token=a%2Bb", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_password_leaves_where_there_is_no_tls()
    {
        using var server = new Server();
        var sent = await Mail($"smtp://quest:{Uri.EscapeDataString(Secret)}@127.0.0.1:{server.Port}").SendAsync(new Letter("someone@quest.test", "Subject", "Text"), Ct);

        Assert.Equal("mail.unreachable", sent.Error?.Code);
        Assert.DoesNotContain("AUTH", server.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, sent.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_refuses_is_a_sentence()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.Equal("mail.unreachable", (await Mail($"smtp://127.0.0.1:{port}").SendAsync(new Letter("someone@quest.test", "Subject", "Text"), Ct)).Error?.Code);

        using var refusing = new Server("550 no such mailbox");
        var refused = await Mail($"smtp://127.0.0.1:{refusing.Port}").SendAsync(new Letter("someone@quest.test", "Subject", "Text"), Ct);
        Assert.Equal(("mail.refused", "127.0.0.1 does not take the mail: 550."), (refused.Error?.Code, refused.Error?.Message));
    }

    [Fact]
    public async Task Without_a_setting_nothing_is_sent()
    {
        var none = new SmtpMail(SmtpOptions.From(Settings()), TimeProvider.System, NullLogger<SmtpMail>.Instance);

        Assert.False(none.IsSet);
        Assert.Equal("mail.not_set", (await none.SendAsync(new Letter("someone@quest.test", "Subject", "Text"), Ct)).Error?.Code);
    }

    [Fact]
    public void An_address_says_server_port_tls_name_and_password()
    {
        var plain = Options("smtp://mail.example.org");
        var tls = Options($"smtps://us%40er:{Uri.EscapeDataString(Secret)}@mail.example.org");
        var port = Options("smtp://mail.example.org:2525/");

        Assert.Equal(("mail.example.org", 587, false, null), (plain.Host, plain.Port, plain.TlsAtOnce, plain.User));
        Assert.Equal((465, true, "us@er", Secret), (tls.Port, tls.TlsAtOnce, tls.User, tls.Password));
        Assert.Equal(2525, port.Port);
    }

    [Theory]
    [InlineData("mail.example.org", "Quest <quest@quest.test>", "SMTP_URL")]
    [InlineData("https://mail.example.org", "Quest <quest@quest.test>", "SMTP_URL")]
    [InlineData("smtp://se-cret@mail.example.org/path", "Quest <quest@quest.test>", "SMTP_URL")]
    [InlineData("smtp://mail.example.org", null, "QUEST_MAIL_FROM")]
    [InlineData("smtp://mail.example.org", "nobody", "QUEST_MAIL_FROM")]
    public void A_wrong_setting_is_named_and_never_shown(string url, string? from, string named)
    {
        var wrong = Assert.Throws<FormatException>(() => SmtpOptions.From(Settings(("SMTP_URL", url), ("QUEST_MAIL_FROM", from))));

        Assert.StartsWith(named, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("se-cret", wrong.Message, StringComparison.Ordinal);
    }

    private static SmtpMail Mail(string url) => new(Options(url), TimeProvider.System, NullLogger<SmtpMail>.Instance);

    private static SmtpOptions Options(string url) => SmtpOptions.From(Settings(("SMTP_URL", url), ("QUEST_MAIL_FROM", "Quest <quest@quest.test>")))!;

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();

    /// <summary>Speaks enough SMTP to take one mail, without TLS.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _door = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource<string> _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly StringBuilder _heard = new();

        public Server(string toReceiver = "250 ok")
        {
            _door.Start();
            _ = TakeAsync(toReceiver);
        }

        public int Port => ((IPEndPoint)_door.LocalEndpoint).Port;
        public Task<string> Received => _received.Task;
        public string Heard { get { lock (_heard) return _heard.ToString(); } }

        public void Dispose() => _door.Dispose();

        private async Task TakeAsync(string toReceiver)
        {
            try
            {
                using var client = await _door.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 ready");
                var isData = false;
                while (await reader.ReadLineAsync() is { } line)
                {
                    lock (_heard) _heard.AppendLine(line);
                    if (isData && line != ".") continue;
                    if (line.StartsWith("QUIT", StringComparison.Ordinal)) _received.TrySetResult(Heard);
                    isData = line == "DATA";
                    await writer.WriteLineAsync(isData ? "354 go on" : line.StartsWith("RCPT", StringComparison.Ordinal) ? toReceiver : line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
                }
            }
            catch (Exception over) when (over is IOException or SocketException or ObjectDisposedException)
            {
                // The client left, or the test is over.
            }
        }
    }
}

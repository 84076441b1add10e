using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Smtp;

/// <summary>Mails over SMTP, a connection each: a house sends few. No password leaves without TLS.</summary>
internal sealed partial class SmtpMail(SmtpOptions? options, TimeProvider clock, ILogger<SmtpMail> log) : IMail
{
    private static readonly Error NotSet = Error.Unavailable("mail.not_set", "No mail server is named here (SMTP_URL).");

    public bool IsSet => options is not null;

    public Task<Result> SendAsync(Letter letter, CancellationToken ct) => WithServerAsync(async (client, told, limit) => await client.SendAsync(Message(told, letter), limit), ct);

    public Task<Result> GreetAsync(CancellationToken ct) => WithServerAsync((_, _, _) => Task.CompletedTask, ct);

    private async Task<Result> WithServerAsync(Func<SmtpClient, SmtpOptions, CancellationToken, Task> act, CancellationToken ct)
    {
        if (options is null) return NotSet;
        using var limit = new CancellationTokenSource(options.Whole, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var client = new SmtpClient { Timeout = (int)options.Whole.TotalMilliseconds };
            await client.ConnectAsync(options.Host, options.Port, Tls(options), both.Token);
            if (options.User is { } user) await client.AuthenticateAsync(user, options.Password ?? "", both.Token);
            await act(client, options, both.Token);
            await client.DisconnectAsync(quit: true, both.Token);
            return Result.Done;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && Because(fault, options.Host) is { } error)
        {
            Log.Failed(log, fault.GetType().Name, error.Code); // the type says enough; a server's words may quote an address
            return error;
        }
    }

    private static SecureSocketOptions Tls(SmtpOptions options) =>
        options.TlsAtOnce ? SecureSocketOptions.SslOnConnect : options.User is null ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls;

    private static MimeMessage Message(SmtpOptions options, Letter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(options.Sender);
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add("Auto-Submitted", "auto-generated"); // no out-of-office answers
        return message;
    }

    private static Error? Because(Exception fault, string host) => fault switch
    {
        AuthenticationException => Error.Unavailable("mail.refused", $"{host} does not take the name and password of SMTP_URL."),
        SmtpCommandException refused => Error.Unavailable("mail.refused", $"{host} does not take the mail: {(int)refused.StatusCode}."),
        SslHandshakeException => Error.Unavailable("mail.unreachable", $"{host} has no certificate that can be trusted."),
        NotSupportedException => Error.Unavailable("mail.unreachable", $"{host} offers no TLS, and a password is not sent without it."),
        OperationCanceledException or TimeoutException => Error.Unavailable("mail.unreachable", $"{host} took too long."),
        ProtocolException or SocketException or IOException or ServiceNotConnectedException => Error.Unavailable("mail.unreachable", $"{host} could not be reached."),
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not taken: {Fault}, {Code}")]
        public static partial void Failed(ILogger log, string fault, string code);
    }
}

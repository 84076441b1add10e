using Microsoft.Extensions.Configuration;
using MimeKit;

namespace QuestCms.Infrastructure.Smtp;

/// <summary>
/// The mail server: <c>SMTP_URL</c>, as <c>smtps://name:password@mail.example.org</c> (TLS from the first byte, port 465) or <c>smtp://…</c> (port 587; with a name TLS is demanded before it is sent, without
/// one it is used where the server has it), and <c>QUEST_MAIL_FROM</c>, as <c>Quest &lt;quest@example.org&gt;</c>.
/// </summary>
internal sealed record SmtpOptions(string Host, int Port, bool TlsAtOnce, string? User, string? Password, MailboxAddress Sender)
{
    /// <summary>From the connection to the last answer.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Null where no server is named.</summary>
    /// <exception cref="FormatException">A setting is wrong or missing; the message names it and never its value.</exception>
    public static SmtpOptions? From(IConfiguration configuration)
    {
        if (configuration["SMTP_URL"] is not { } given || string.IsNullOrWhiteSpace(given)) return null;
        if (!Uri.TryCreate(given.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("smtp" or "smtps") || url.Host.Length == 0 || url.PathAndQuery is not ("" or "/"))
            throw new FormatException("SMTP_URL is no address of a mail server; it looks like smtps://name:password@mail.example.org or smtp://mail.example.org:587.");
        if (configuration["QUEST_MAIL_FROM"] is not { } sender || string.IsNullOrWhiteSpace(sender)) throw new FormatException("QUEST_MAIL_FROM is missing beside SMTP_URL: the address mails come from.");
        if (!MailboxAddress.TryParse(sender, out var address) || !address.Address.Contains('@', StringComparison.Ordinal)) throw new FormatException("QUEST_MAIL_FROM is no mail address; it looks like Quest <quest@example.org>.");
        var atOnce = url.Scheme == "smtps";
        var parts = url.UserInfo.Split(':', 2);
        var user = parts[0].Length == 0 ? null : Uri.UnescapeDataString(parts[0]);
        return new SmtpOptions(url.Host.Trim('[', ']'), url.IsDefaultPort || url.Port < 0 ? atOnce ? 465 : 587 : url.Port, atOnce, user, parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "", address);
    }
}

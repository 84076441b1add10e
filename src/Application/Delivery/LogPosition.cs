using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A place in the event log of a site: the id of the event that stands there, and the cursor behind it. It names the log's epoch, so that a place from before
/// a restore is told from one of today, and the site, so that one site's place is no other's.
/// </summary>
/// <param name="Epoch">Eight hexadecimal digits, drawn anew with each restore.</param>
/// <param name="Mark">The last twelve digits of the site's id.</param>
public readonly record struct LogPosition(string Epoch, string Mark, long Sequence)
{
    private const int Longest = 60;

    public static LogPosition Of(Guid site, string epoch, long sequence) => new(epoch, MarkOf(site), sequence);

    public static string MarkOf(Guid site) => site.ToString("N")[^12..];

    public static bool TryParse([NotNullWhen(true)] string? text, out LogPosition position)
    {
        position = default;
        if (text is null || text.Length > Longest || text.Split('-') is not [{ Length: 8 } epoch, { Length: 12 } mark, var number]) return false;
        if (!IsHex(epoch) || !IsHex(mark) || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)) return false;
        position = new(epoch, mark, sequence);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Mark}-{Sequence}");

    private static bool IsHex(string text) => text.All(char.IsAsciiHexDigitLower);
}

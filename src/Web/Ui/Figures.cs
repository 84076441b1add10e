using System.Globalization;

namespace QuestCms.Web.Ui;

/// <summary>Figures as people read them: 1,284; 51 %; 5 minutes; 1 day 4 hours; $0.15. One culture everywhere, the space before a unit does not break.</summary>
public static class Figures
{
    private const char NoBreak = '\u00A0';
    private const char Minus = '\u2212';

    /// <summary>"1,284".</summary>
    public static string Count(long number) =>
        number < 0 ? Minus + Math.Abs((decimal)number).ToString("#,0", CultureInfo.InvariantCulture) : number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"+ 118", "− 31", "0": how much more or fewer.</summary>
    public static string Change(long number) => number switch
    {
        > 0 => $"+{NoBreak}{Count(number)}",
        < 0 => $"{Minus}{NoBreak}{Count(number)[1..]}",
        _ => "0",
    };

    /// <summary>"no words", "1 word", "1,048 words".</summary>
    /// <param name="many">The plural where adding an s is wrong.</param>
    public static string Of(long number, string one, string? many = null) => number switch
    {
        0 => $"no {many ?? one + "s"}",
        1 => $"1 {one}",
        _ => $"{Count(number)} {many ?? one + "s"}",
    };

    /// <summary>"51 %". What is there but rounds to nothing is "under 1 %", what is missing but rounds to nothing "over 99 %".</summary>
    public static string Percent(double part, double whole)
    {
        if (whole <= 0 || part <= 0) return $"0{NoBreak}%";
        var share = part / whole * 100;
        if (share < 0.5) return $"under 1{NoBreak}%";
        if (share is > 99.5 and < 100) return $"over 99{NoBreak}%";
        return $"{Math.Round(share, MidpointRounding.AwayFromZero):0}{NoBreak}%";
    }

    /// <summary>
    /// Whole per cents that add up to 100 (largest remainder); what is there is never 0, so that a share can't be rounded away. All 0 when nothing is there.
    /// </summary>
    public static int[] Shares(params ReadOnlySpan<int> parts)
    {
        var shares = new int[parts.Length];
        long whole = 0;
        foreach (var part in parts) whole += Math.Max(part, 0);
        if (whole == 0) return shares;

        var rest = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = Math.Max(parts[i], 0) * 100.0 / whole;
            shares[i] = parts[i] > 0 ? Math.Max(1, (int)exact) : 0;
            rest[i] = parts[i] > 0 ? exact - shares[i] : double.MinValue;
        }
        while (shares.Sum() is var sum && sum != 100)
        {
            var step = sum < 100 ? 1 : -1;
            var at = step > 0 ? Array.IndexOf(rest, rest.Max()) : Array.IndexOf(shares, shares.Max());
            shares[at] += step;
            rest[at] -= step;
        }
        return shares;
    }

    /// <summary>"1 minute", "5 minutes".</summary>
    public static string Minutes(int minutes) => Of(Math.Max(minutes, 1), "minute");

    /// <summary>"under a minute", "40 minutes", "9 hours", "1 day 4 hours", "12 days"; always rounded down.</summary>
    /// <param name="brief">"40 min", "9 h", "1 day 4 h".</param>
    public static string Span(TimeSpan span, bool brief = false)
    {
        if (span < TimeSpan.FromMinutes(1)) return brief ? "under 1 min" : "under a minute";
        if (span < TimeSpan.FromHours(1)) return brief ? $"{span.Minutes} min" : Of(span.Minutes, "minute");
        var hours = brief ? $"{span.Hours} h" : Of(span.Hours, "hour");
        if (span < TimeSpan.FromDays(1)) return hours;
        var days = Of(span.Days, "day");
        return span.Days >= 7 || span.Hours == 0 ? days : $"{days} {hours}";
    }

    /// <summary>"$6.12"; "$0.011" under ten cents, where a cent says too little.</summary>
    public static string Dollars(decimal amount) =>
        '$' + amount.ToString(amount is > 0 and < 0.1m ? "0.000" : "#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A length in a drawing: at most two decimals, a point.</summary>
    internal static string Length(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

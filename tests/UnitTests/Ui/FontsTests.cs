using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace QuestCms.UnitTests.Ui;

public sealed class FontsTests
{
    /// <summary>
    /// A style sheet isn't rewritten when static files get their fingerprints, so it names them itself. The wrong one would be fetched twice (once preloaded,
    /// once not found) and the page would fall back to a system face without a word.
    /// </summary>
    [Theory]
    [InlineData("quest.css")]
    [InlineData("public.css")]
    public void The_style_sheet_names_each_font_by_its_fingerprint(string sheet)
    {
        var wwwroot = Path.Combine(Root(), "src", "Web", "wwwroot");
        var named = Regex.Matches(File.ReadAllText(Path.Combine(wwwroot, "css", sheet)), """fonts/([a-z0-9-]+)\.([a-z0-9]{10})\.woff2""");
        Assert.Equal(3, named.Count);
        foreach (Match font in named)
            Assert.Equal($"{font.Groups[1].Value} {Fingerprint(Path.Combine(wwwroot, "fonts", font.Groups[1].Value + ".woff2"))}", $"{font.Groups[1].Value} {font.Groups[2].Value}");
    }

    [Theory]
    [InlineData("quest.css")]
    [InlineData("public.css")]
    public void A_style_sheet_asks_nobody_else_for_anything(string sheet)
    {
        var css = File.ReadAllText(Path.Combine(Root(), "src", "Web", "wwwroot", "css", sheet));
        Assert.DoesNotContain("http:", css, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", css, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
    }

    // As the SDK's static web assets do it: the first nine bytes of the SHA-256 as a little-endian signed number, its last ten digits in base 36, lowest first.
    private static string Fingerprint(string file)
    {
        const string digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        var rest = BigInteger.Abs(new BigInteger(SHA256.HashData(File.ReadAllBytes(file)).AsSpan(0, 9)));
        return string.Create(10, rest, (written, number) =>
        {
            for (var i = 0; i < written.Length; i++, number /= 36) written[i] = digits[(int)(number % 36)];
        });
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}

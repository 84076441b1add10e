using System.Text.RegularExpressions;

namespace QuestCms.Client;

public sealed partial class QuestClient
{
    /// <summary>The HTML of an article with addresses that begin at the root of the house (pictures, links within the site) made whole, so that it can be shown anywhere. All else stays as it is.</summary>
    public string WithWholeAddresses(string html)
    {
        var root = AddressOf("/").GetLeftPart(UriPartial.Authority);
        return Tag().Replace(html, tag => Address().Replace(tag.Value, at => $"{at.Groups[1].Value}{Beginning().Replace(at.Groups[2].Value, $"$1{root}/")}\""));
    }

    // The house writes values in double quotes, and a "<" of a text as an entity.
    [GeneratedRegex("""<[a-z](?:[^">]|"[^"]*")*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""((?<=\s)(?:src|href|srcset|poster|cite)=")([^"]*)"(?=[\s/>])""")]
    private static partial Regex Address();

    // One address, or each of several with commas between; "//" is another host.
    [GeneratedRegex("""(^|,\s*)/(?!/)""")]
    private static partial Regex Beginning();
}

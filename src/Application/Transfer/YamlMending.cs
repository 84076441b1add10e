using System.Text;
using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>
/// Two ways front matter is written that YAML forbids and site generators read all the same: quoted text that goes on at the margin, and a colon in unquoted
/// text (<c>title: Foo: bar</c>). Line by line, so that lines keep their numbers.
/// </summary>
internal static partial class YamlMending
{
    public static string Mend(string yaml)
    {
        var mended = new StringBuilder(yaml.Length + 64);
        var lines = yaml.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) mended.Append('\n');
            var line = lines[i];
            if (!Named().IsMatch(line)) { mended.Append(line); continue; }
            var value = line.AsSpan(line.IndexOf(':') + 1).Trim();
            if (value is ['"' or '\'', ..] && !Ends(value[1..], value[0]) && EndOf(lines, i, value[0]) is { } last)
            {
                mended.Append(line);
                while (i < last) mended.Append("\n ").Append(lines[++i].TrimStart());
            }
            else if (value is not ([] or ['"' or '\'' or '[' or '{' or '|' or '>' or '&' or '*', ..]) && (value.Contains(": ", StringComparison.Ordinal) || value[^1] == ':' || value.Contains(" #", StringComparison.Ordinal)))
                mended.Append(line, 0, line.IndexOf(':') + 1).Append(" '").Append(value.ToString().Replace("'", "''")).Append('\'');
            else mended.Append(line);
        }
        return mended.ToString();
    }

    // The line on which the quote ends; not further than a paragraph of front matter goes.
    private static int? EndOf(string[] lines, int from, char quote)
    {
        for (var i = from + 1; i < Math.Min(lines.Length, from + 40); i++)
            if (Ends(lines[i].AsSpan().Trim(), quote)) return i;
        return null;
    }

    private static bool Ends(ReadOnlySpan<char> text, char quote)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\') i++;
            else if (text[i] == quote)
            {
                if (quote == '\'' && i + 1 < text.Length && text[i + 1] == '\'') i++;
                else return true;
            }
        }
        return false;
    }

    [GeneratedRegex("^[A-Za-z_][-A-Za-z0-9_]*:", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}

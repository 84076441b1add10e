using System.Globalization;
using System.Text;

namespace QuestCms.Domain.Content;

/// <summary>The last part of an article's address: lower-case ASCII letters, digits and single hyphens, at most <see cref="ArticleContent.MaxSlug"/>.</summary>
public static class Slug
{
    /// <summary>A slug out of a title: accents fall, anything else parts words. Empty when nothing is left.</summary>
    public static string From(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, ArticleContent.MaxSlug));
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c == 'ß') slug.Append("ss");
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > ArticleContent.MaxSlug) CutAtWord(slug);
        return slug.ToString().Trim('-');
    }

    public static bool IsValid(string slug) =>
        slug.Length is > 0 and <= ArticleContent.MaxSlug && slug[0] != '-' && slug[^1] != '-'
        && !slug.Contains("--", StringComparison.Ordinal) && slug.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    private static void CutAtWord(StringBuilder slug)
    {
        slug.Length = ArticleContent.MaxSlug;
        var hyphen = slug.ToString().LastIndexOf('-');
        if (hyphen > ArticleContent.MaxSlug / 2) slug.Length = hyphen;
    }
}

using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>Images whose file is not beside the posts are shown by their alt text. Those on other hosts are left as they are.</summary>
internal static partial class MissingImages
{
    /// <param name="tellElsewhere">Say of each image on another host that it stays there.</param>
    public static SourceText Replace(SourceText source, SourceFile file, ImportNotes notes, bool tellElsewhere = false)
    {
        var rewriting = new Rewriting(source, notes);
        var code = CodeMask.Of(source.Text);
        // Group 1 the alt text, 2 or 3 the address.
        foreach (Match image in Image().Matches(source.Text))
        {
            if (code[image.Index]) continue;
            var address = image.Groups[2].Success ? image.Groups[2].Value : image.Groups[3].Value;
            var line = source.LineAt(image.Index);
            if (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal))
            {
                if (tellElsewhere) notes.Kept(line, "image elsewhere", $"The image stays at {ImportNotes.Shown(address)}; nothing was fetched. Bring it to the library before that address goes.");
                continue;
            }
            if (IsThere(address, file))
            {
                notes.Kept(line, "image", $"The image {ImportNotes.Shown(address)} lies beside the posts; its address is kept, the file itself is not taken in.");
                continue;
            }
            var alt = image.Groups[1];
            rewriting.CopyTo(image.Index);
            rewriting.DropTo(alt.Index, "missing images");
            rewriting.CopyTo(alt.Index + alt.Length);
            rewriting.DropTo(image.Index + image.Length, "missing images");
            notes.Lost(line, "missing image", alt.Length == 0 ? $"There is no image {ImportNotes.Shown(address)}, and it has no alt text; nothing is shown for it."
                : $"There is no image {ImportNotes.Shown(address)}; its alt text is shown.");
        }
        return rewriting.End();
    }

    private static bool IsThere(string address, SourceFile file)
    {
        var path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
        var folder = file.Path.LastIndexOf('/') is > 0 and var slash ? file.Path[..slash] + "/" : "";
        return file.Listing.Contains(path.TrimStart('/')) || (!path.StartsWith('/') && file.Listing.Contains(folder + path));
    }

    [GeneratedRegex("""!\[((?:[^\[\]\\]|\\.)*)\]\([ \n]*(?:<([^<>\n]*)>|([^\s()<>]*))(?:[ \n]+(?:"[^"]*"|'[^']*'))?[ \n]*\)""", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Image();
}

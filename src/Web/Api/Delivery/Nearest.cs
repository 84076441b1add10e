namespace QuestCms.Web.Api.Delivery;

/// <summary>What somebody may have meant.</summary>
internal static class Nearest
{
    private const int Compared = 40;

    /// <summary>A question with the nearest of the known names, or all of them where none is near.</summary>
    public static string Hint(string name, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return "There are none.";
        var best = known.Select(k => (Name: k, Distance: Distance(name.ToLowerInvariant(), k.ToLowerInvariant()))).MinBy(k => k.Distance);
        return best.Distance <= Math.Max(2, best.Name.Length / 2) ? $"Did you mean “{best.Name}”?" : $"There are: {string.Join(", ", known)}.";
    }

    // Edits between two names, two letters that changed places being one; the names are short and a longer input is cut.
    private static int Distance(string a, string b)
    {
        if (a.Length > Compared) a = a[..Compared];
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}

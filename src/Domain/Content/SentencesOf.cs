namespace QuestCms.Domain.Content;

/// <summary>A sentence of a field with words of certain origins: so many of its words.</summary>
/// <param name="Who">The first of the origins that wrote in it.</param>
public sealed record OriginSentence(TextField Field, string Text, int Start, int Words, int OfThem, Guid Who);

/// <summary>Finds the sentences in which words of certain generations, agents or people stand.</summary>
public static class SentencesOf
{
    public static IReadOnlyList<OriginSentence> In(ArticleContent content, Authorship authorship, IReadOnlySet<Guid> who)
    {
        var found = new List<OriginSentence>();
        if (!authorship.Origins.Any(o => o.Who is { } id && who.Contains(id))) return found;
        foreach (var field in Enum.GetValues<TextField>())
        {
            var text = content.TextOf(field);
            var words = Words.Of(field, text);
            var origins = authorship.OriginsOf(field, words.Count);
            for (int i = 0, start = 0; i < words.Count; i++)
            {
                if (words[i].After == WordBreak.None && i + 1 < words.Count) continue;
                var mine = origins[start..(i + 1)].Where(o => o?.Who is { } id && who.Contains(id)).ToList();
                if (mine.Count > 0) found.Add(new OriginSentence(field, Cut(text, words[start].Start, words[i].End), words[start].Start, i + 1 - start, mine.Count, mine[0]!.Who!.Value));
                start = i + 1;
            }
        }
        return found;
    }

    // With the mark that ends it, and with the bracket that stands open in it.
    private static string Cut(string text, int start, int end)
    {
        while (end < text.Length && (text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '’' || IsOpen('[', ']') || IsOpen('(', ')'))) end++;
        return text[start..end];

        bool IsOpen(char open, char close) => text[end] == close && text.AsSpan(start, end - start).Count(open) > text.AsSpan(start, end - start).Count(close);
    }
}

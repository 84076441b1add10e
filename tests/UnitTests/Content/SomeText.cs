namespace QuestCms.UnitTests.Content;

/// <summary>Texts with the habits of prose: few words very often, many seldom, sentences of about a dozen words, paragraphs of about sixty.</summary>
internal static class SomeText
{
    private const string Syllables = "ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to";

    public static string[] Paragraphs(int seed, int words)
    {
        var random = new Random(seed);
        var paragraphs = new List<string>();
        while (words > 0)
        {
            var count = Math.Min(words, random.Next(30, 90));
            paragraphs.Add(Sentences(random, count));
            words -= count;
        }
        return [.. paragraphs];
    }

    public static string Body(int seed, int words) => string.Join("\n\n", Paragraphs(seed, words));

    private static string Sentences(Random random, int words)
    {
        var text = new List<string>();
        for (var left = random.Next(6, 18); words > 0; words--, left--)
        {
            var word = Word(random);
            if (left == 0 || words == 1)
            {
                word += ".";
                left = random.Next(6, 18);
            }
            text.Add(word);
        }
        return string.Join(' ', text);
    }

    // About as Zipf found it: rank r about 1/r of the time.
    private static string Word(Random random)
    {
        var syllables = Syllables.Split(' ');
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(8000));
        var word = "";
        for (var left = rank; ; left /= syllables.Length)
        {
            word += syllables[left % syllables.Length];
            if (left < syllables.Length) return word;
        }
    }
}

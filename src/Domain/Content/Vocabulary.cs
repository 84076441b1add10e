using System.Runtime.InteropServices;

namespace QuestCms.Domain.Content;

/// <summary>Gives equal words and equal runs of words the same number, ordinally, for the length of one comparison.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _runs = new(StringComparer.Ordinal);

    public int[] Of(string text, IReadOnlyList<Word> words)
    {
        var numbers = new int[words.Count];
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < numbers.Length; i++)
        {
            var word = text.AsSpan(words[i].Start, words[i].Length);
            if (known.TryGetValue(word, out numbers[i])) continue;
            known[word] = numbers[i] = _words.Count;
        }
        return numbers;
    }

    public int Of(string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, text, out var known);
        return known ? number : number = _words.Count - 1;
    }

    /// <summary>A number for a whole run of words.</summary>
    public int OfRun(ReadOnlySpan<int> numbers)
    {
        var known = _runs.GetAlternateLookup<ReadOnlySpan<char>>();
        var key = MemoryMarshal.Cast<int, char>(numbers);
        if (!known.TryGetValue(key, out var run)) known[key] = run = _runs.Count;
        return run;
    }
}

using QuestCms.Domain.Ai;

namespace QuestCms.UnitTests.Ai;

/// <summary>One rewrite of the committed set: what it said, what it says, and the kinds of meaning that changed.</summary>
public sealed record Rewrite(string Before, string After, IReadOnlyList<MeaningKind> Changes)
{
    public static IReadOnlyList<Rewrite> All { get; } = Read(File.ReadAllText(Path.Combine(TestKit.ProjectFolder.Root, "tests/UnitTests/Ai/rewrites.txt")));

    private static List<Rewrite> Read(string text)
    {
        var all = new List<Rewrite>();
        string before = "", after = "";
        var into = ' ';
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal)) (into, before, after) = ('-', line[2..], "");
            else if (line.StartsWith("+ ", StringComparison.Ordinal)) (into, after) = ('+', line[2..]);
            else if (line.StartsWith("! ", StringComparison.Ordinal))
            {
                all.Add(new Rewrite(before, after, line[2..].Split(", ").Where(k => k != "none").Select(k => Enum.Parse<MeaningKind>(k, ignoreCase: true)).ToList()));
                into = ' ';
            }
            else if (into == '-') before += "\n" + line.TrimStart();
            else if (into == '+') after += "\n" + line.TrimStart();
        }
        return all;
    }
}

/// <summary>What a rewrite changed in meaning is said, and a faithful rewrite is left in peace.</summary>
public sealed class MeaningAlarmTests
{
    // What must never be missed, and what the brief allows besides.
    private const int MostFalseAlarms = 5;

    [Fact]
    public void Of_a_hundred_rewrites_no_change_is_missed_and_at_most_five_are_called_changed_that_are_not()
    {
        var (missed, wrong) = (new List<string>(), new List<string>());
        foreach (var rewrite in Rewrite.All)
        {
            var changes = MeaningAlarm.Between(rewrite.Before, rewrite.After);
            var kinds = changes.Select(c => Common(c.Kind)).ToHashSet();
            missed.AddRange(rewrite.Changes.Where(k => !kinds.Contains(Common(k))).Select(k => $"missed {k}: {rewrite.Before} → {rewrite.After}"));
            wrong.AddRange(changes.Where(c => !rewrite.Changes.Select(Common).Contains(Common(c.Kind))).Select(c => $"false {c.Kind} ({c.Say}): {rewrite.Before} → {rewrite.After}"));
        }

        Assert.Equal(100, Rewrite.All.Count);
        Assert.True(missed.Count == 0 && wrong.Count <= MostFalseAlarms, string.Join('\n', missed.Concat(wrong)));
    }

    [Fact]
    public void A_text_that_is_the_same_says_nothing() => Assert.All(Rewrite.All, r => Assert.Empty(MeaningAlarm.Between(r.Before, r.Before)));

    [Theory]
    [InlineData("The fee is €160.", "The fee is €60.", "Price: €160 → €60")]
    [InlineData("Keep it for five years.", "Keep it for five months.", "Unit: five years → five months")]
    [InlineData("You must come.", "You may come.", "Must or may: must → may")]
    [InlineData("Ask Anna in Porto.", "Ask in Porto.", "Gone name: Anna")]
    [InlineData("It is refunded.", "It is not refunded.", "New “not”: is not refunded")]
    public void A_change_is_a_sentence(string before, string after, string say) => Assert.Equal(say, Assert.Single(MeaningAlarm.Between(before, after)).Say);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Pay 20 € by 1 May 2026, not later.")]
    [InlineData("1", "€")]
    [InlineData("a an per each", "$ % . , ( May 0 00 9999999999999999999999999999999999")]
    [InlineData("[](", "](x) <https://> ![a](b)")]
    public void Whatever_stands_there_it_answers(string before, string after) => Assert.True(MeaningAlarm.Between(before, after).Count <= MeaningAlarm.Most);

    [Fact]
    public void Of_two_long_texts_it_names_so_many_and_no_more()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"Rule {i}: you must not pay more than €{i} within {i} days of 3 March 20{i % 100:00}. "));
        Assert.Equal(MeaningAlarm.Most, MeaningAlarm.Between(text, text.Replace("must not", "may", StringComparison.Ordinal).Replace("€", "$", StringComparison.Ordinal)).Count);
    }

    [Theory]
    [InlineData("{0} ", "{1} ")]
    [InlineData("You must not pay €{0} on {0} March. ", "You may pay €{1} on {1} May. ")]
    [InlineData("no ", "not {0} ")]
    [InlineData("[[[[[[[[", "](](](](")]
    [InlineData("[a](/{0}) Name{0} ", "[a](/{1}) Name{1} ")]
    public void A_text_made_to_keep_it_busy_is_answered_all_the_same(string before, string after)
    {
        static string Many(string piece) => string.Concat(Enumerable.Range(0, 8_000).Select(i => piece.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", $"{i + 100_000}", StringComparison.Ordinal)));
        Assert.InRange(MeaningAlarm.Between(Many(before), Many(after)).Count, 0, MeaningAlarm.Most);
    }

    // 10 km and 10 miles are two numbers to whoever packs.
    private static MeaningKind Common(MeaningKind kind) => kind == MeaningKind.Unit ? MeaningKind.Number : kind;
}

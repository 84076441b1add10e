using QuestCms.Domain.Review;
using QuestCms.TestKit;

namespace QuestCms.UnitTests.Review;

public sealed class ClaimFinderTests
{
    private static IEnumerable<(string Kinds, string Sentence)> Written => File.ReadLines(Path.Combine(ProjectFolder.Root, "tests/UnitTests/Review/claims.txt"))
        .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(" | ", 2)).Select(p => (p[0], p[1].Replace("\\|", "|", StringComparison.Ordinal)));

    public static TheoryData<string, string> Sentences()
    {
        var data = new TheoryData<string, string>();
        foreach (var (kinds, sentence) in Written) data.Add(kinds, sentence);
        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_a_sentence_asks_to_be_checked(string kinds, string sentence) =>
        Assert.Equal(kinds == "-" ? [] : kinds.Split(',').Select(Enum.Parse<ClaimKind>).Order(), ClaimFinder.KindsOf(sentence));

    [Fact]
    public void The_written_set_is_large_enough_to_mean_something()
    {
        Assert.True(Written.Count() >= 60);
        Assert.All(Enum.GetNames<ClaimKind>(), kind => Assert.True(Written.Count(w => w.Kinds.Contains(kind, StringComparison.Ordinal)) >= 4, kind));
        Assert.True(Written.Count(w => w.Kinds == "-") >= 25);
    }

    [Fact]
    public void Headings_numbers_of_lists_code_and_the_head_of_a_table_are_no_claims()
    {
        const string Text = """
            # 12 rules for 2024

            Ten percent
            -----------

            1. Ask the office.
            2. Pay the fee of 110 euro. Then wait.

            ```
            sleep 90 days
            ```

            | Fee in 2024 | Euro in 2025 |
            | --- | ---: |
            | Child | 55 € |

            > The card is valid
            > for two years.
            """;

        Assert.Equal(["Pay the fee of 110 euro.", "| Child | 55 € |", "The card is valid\n> for two years."], ClaimFinder.In(Text).Select(f => f.Sentence));
        Assert.Equal("The card is valid for two years.", ClaimText.Shown(ClaimFinder.In(Text)[2].Sentence));
        Assert.Equal("Child · 55 €", ClaimText.Shown(ClaimFinder.In(Text)[1].Sentence));
    }

    [Fact]
    public void A_sentence_said_twice_is_one_claim_and_a_list_has_an_end()
    {
        Assert.Single(ClaimFinder.In("The fee is **110 euro**. Later: ask. The fee  is 110\neuro."));
        Assert.Equal(ClaimFinder.Most, ClaimFinder.In(string.Concat(Enumerable.Range(1, 600).Select(i => $"The fee is {i} euro. "))).Count);
    }

    [Fact]
    public void Texts_made_to_keep_it_busy_are_read_in_time()
    {
        foreach (var unit in new[] { "`", "[a](", "]( ", "“x", "\"a b c d e ", "1 ", "€1 ", "| ", "No. ", "Tenants may ", "a.b@", "0 30-", "Xy 1, ", "step 1, 2 and ", "(" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length));
            var spent = CpuTime.Of(() => ClaimFinder.In(text));
            Assert.True(spent < TimeSpan.FromSeconds(2), $"{unit}: {spent}");
        }
    }
}

using CsCheck;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Content;

public sealed class AuthorshipLimitsTests
{
    private static readonly Origin Person = new(OriginKind.Person, new Guid("00000000-0000-7000-8000-000000000001"));
    private static readonly Origin Claude = new(OriginKind.Generation, new Guid("00000000-0000-7000-8000-000000000003"));

    private static readonly string[] Pieces =
    [
        "the", "rent", "**bold**", "`a b`", "\n\n", ". ", "# ", "- ", "[a](b)", "{{ x }}", "<b>", "flat", "deposit", "three", "1,5", "```\n", "|", "é", "京",
    ];

    [Theory]
    [InlineData(6_000)]
    [InlineData(30_000)]
    public void Two_unrelated_texts_cost_a_bounded_number_of_steps_a_word(int words)
    {
        var before = new ArticleContent { Body = SomeText.Body(1, words) };
        var after = new ArticleContent { Body = SomeText.Body(2, words) };
        var effort = new Effort();
        var traced = AuthorshipTracer.Trace(after, Person, new TraceSources(new TracedText(before, Authorship.AllOf(before, Claude))), effort);
        // A quadratic comparison takes as many steps a word as there are words.
        Assert.InRange(effort.Steps, words, 3L * Alignment.MostDifferences * words);
        Assert.Equal(words, traced.MachineShare().Words);
        Assert.InRange(traced.MachineShare().Share, 0, 0.05);
    }

    [Fact]
    public void Two_unrelated_texts_of_6000_words_are_traced_in_under_50_ms()
    {
        var before = new ArticleContent { Body = SomeText.Body(1, 6_000) };
        var after = new ArticleContent { Body = SomeText.Body(2, 6_000) };
        var sources = new TraceSources(new TracedText(before, Authorship.AllOf(before, Claude)));
        // The best of several: the first ones are still being compiled.
        Assert.InRange(Enumerable.Range(0, 12).Min(_ => CpuTime.Of(() => AuthorshipTracer.Trace(after, Person, sources))), TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void One_word_over_and_over_costs_a_bounded_number_of_steps_a_word()
    {
        const int words = 20_000;
        var before = new ArticleContent { Body = string.Join(' ', Enumerable.Repeat("same", words)) };
        var after = new ArticleContent { Body = string.Join(' ', Enumerable.Repeat("same same same same same same other", words / 7)), Summary = string.Join(' ', Enumerable.Repeat("same", 150)) };
        var effort = new Effort();
        var traced = AuthorshipTracer.Trace(after, Person, new TraceSources(new TracedText(before, Authorship.AllOf(before, Claude))), effort);
        Assert.InRange(effort.Steps, words, 3L * Alignment.MostDifferences * words);
        Assert.Equal(Words.InMarkdown(after.Body).Count + 150, traced.MachineShare().Words);
    }

    [Fact]
    public void Runs_add_up_to_the_words_of_every_field_after_any_edit()
    {
        var piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);
        var text = piece.Array[0, 60].Select(pieces => string.Join(' ', pieces));
        var content = Gen.Select(text, text, text, (title, summary, body) => new ArticleContent { Title = title, Summary = summary, Body = body, SeoTitle = summary });
        Gen.Select(content, content, content, text, text).Sample((first, second, third, proposal, paste) =>
        {
            var one = new TracedText(first, Authorship.AllOf(first, Claude));
            var two = new TracedText(second, AuthorshipTracer.Trace(second, Person, new TraceSources(one) { Taken = [new TakenProposal(proposal, Claude)] }));
            var sources = new TraceSources(two) { Earlier = [two, one], Taken = [new TakenProposal(proposal, Claude)], Pasted = [new PastedText(paste, Person.Who!.Value)] };
            foreach (var traced in new[] { two, new TracedText(third, AuthorshipTracer.Trace(third, Person, sources)) })
            {
                foreach (var field in Enum.GetValues<TextField>())
                {
                    var runs = traced.Authorship.Runs.GetValueOrDefault(field, []);
                    Assert.Equal(Words.Of(field, traced.Content.TextOf(field)).Count, runs.Sum(run => run.Words));
                    Assert.All(runs, run => Assert.InRange(run.Origin, 0, traced.Authorship.Origins.Count - 1));
                    Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.NotEqual(pair.First.Origin, pair.Second.Origin));
                }
                Assert.Equal(traced.Authorship.MachineShare().Words, traced.Authorship.Shares(traced.Content).Words);
                Assert.True(traced.Authorship.SameAs(AuthorshipTracer.Trace(traced.Content, Claude, new TraceSources(traced))));
            }
        }, iter: 2_000);
    }

    [Fact]
    public void A_difference_pairs_as_many_words_as_the_longest_common_subsequence_has()
    {
        var text = Gen.Int[0, 5].Array[0, 40];
        Gen.Select(text, text).Sample((older, newer) =>
        {
            var pairs = new int[newer.Length];
            Array.Fill(pairs, -1);
            MyersDifference.Pair(older, newer, 0, pairs, 256, new Effort());
            var paired = pairs.Select((o, n) => (o, n)).Where(p => p.o >= 0).ToList();
            Assert.All(paired, p => Assert.Equal(older[p.o], newer[p.n]));
            Assert.All(paired.Zip(paired.Skip(1)), p => Assert.True(p.First.o < p.Second.o));
            Assert.Equal(LongestCommon(older, newer), paired.Count);
        }, iter: 3_000);
    }

    [Fact]
    public void An_alignment_pairs_equal_words_in_rising_order()
    {
        var text = Gen.Int[0, 30].Array[0, 80];
        Gen.Select(text, text).Sample((older, newer) =>
        {
            var paired = Alignment.Between(older, newer, new Effort()).Select((o, n) => (o, n)).Where(p => p.o >= 0).ToList();
            Assert.All(paired, p => Assert.Equal(older[p.o], newer[p.n]));
            Assert.All(paired.Zip(paired.Skip(1)), p => Assert.True(p.First.o < p.Second.o));
        }, iter: 3_000);
    }

    // The textbook table, to hold the quick way to.
    private static int LongestCommon(int[] a, int[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
                table[i, j] = a[i - 1] == b[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        return table[a.Length, b.Length];
    }
}

using CsCheck;
using QuestCms.Domain.Content;

namespace QuestCms.UnitTests.Content;

public sealed class AuthorshipTracerTests
{
    private static readonly Guid Writer = new("00000000-0000-7000-8000-000000000001");
    private static readonly Origin Person = new(OriginKind.Person, Writer);
    private static readonly Origin Other = new(OriginKind.Person, new Guid("00000000-0000-7000-8000-000000000002"));
    private static readonly Origin Claude = new(OriginKind.Generation, new Guid("00000000-0000-7000-8000-000000000003"));
    private static readonly Origin Pasted = Person with { Pasted = true };

    private static ArticleContent Body(params string[] paragraphs) => new() { Body = string.Join("\n\n", paragraphs) };

    private static TracedText Written(Origin by, params string[] paragraphs) => new(Body(paragraphs), Authorship.AllOf(Body(paragraphs), by));

    private static TracedText Then(TracedText before, Origin by, ArticleContent now) => new(now, AuthorshipTracer.Trace(now, by, new TraceSources(before)));

    private static TracedText Then(TracedText before, Origin by, params string[] paragraphs) => Then(before, by, Body(paragraphs));

    /// <summary>The words of the body with a letter for each origin: p person, o other person, c Claude, v pasted.</summary>
    private static string Letters(TracedText text) => Letters(text.Content, text.Authorship);

    private static string Letters(ArticleContent content, Authorship authorship, TextField field = TextField.Body)
    {
        var words = Words.Of(field, content.TextOf(field)).Count;
        return string.Concat(authorship.OriginsOf(field, words).Select(o => o == Person ? 'p' : o == Other ? 'o' : o == Claude ? 'c' : o == Pasted ? 'v' : '?'));
    }

    private static string OriginOf(TracedText text, string passage)
    {
        var start = text.Content.Body.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(start >= 0, $"\"{passage}\" is not in the text.");
        var letters = Letters(text);
        return string.Concat(Words.InMarkdown(text.Content.Body).Select((w, i) => (w, i)).Where(p => p.w.Start >= start && p.w.End <= start + passage.Length).Select(p => letters[p.i]));
    }

    private const string Deposit = "The deposit is three rents at most, and the landlord keeps it apart from his own money.";
    private const string Contract = "The contract names the flat, the rent and the notice period, which is three months for you.";
    private const string Registration = "Within two weeks of moving in you register at the citizens' office of your district.";
    private const string Heating = "Ask for the heating bill of the last three winters before you sign anything at all.";

    [Fact]
    public void The_first_text_is_its_writers() => Assert.Equal(new string('c', 8), Letters(Written(Claude, "Eight words are in this **little** paragraph here.")));

    [Fact]
    public void A_text_traced_against_itself_keeps_its_authorship()
    {
        var mixed = Then(Written(Claude, Deposit, Contract), Person, Deposit, Heating, Contract);
        Assert.True(mixed.Authorship.SameAs(Then(mixed, Other, mixed.Content).Authorship));
    }

    [Fact]
    public void Swapping_two_paragraphs_changes_nobodys_authorship()
    {
        var before = Then(Written(Claude, Deposit, "## Papers", Registration), Person, Deposit, "## Papers", Registration, "## Costs", Heating);
        var after = Then(before, Other, Deposit, "## Costs", Heating, "## Papers", Registration);
        Assert.Equal(new string('p', 1), OriginOf(after, "Costs"));
        Assert.Equal(new string('c', 1), OriginOf(after, "Papers"));
        Assert.Equal(string.Concat(Letters(before).Order()), string.Concat(Letters(after).Order()));
        Assert.DoesNotContain('o', Letters(after));
    }

    [Fact]
    public void Every_order_of_the_paragraphs_keeps_every_word_whose_it_was()
    {
        var before = Then(Then(Written(Claude, Deposit, Contract), Person, Deposit, Heating, Contract), Other, Deposit, Heating, "A word.", Contract, Registration);
        var whose = before.Content.Body.Split("\n\n").ToDictionary(p => p, p => OriginOf(before, p));
        Gen.Shuffle(whose.Keys.ToArray()).Sample(paragraphs =>
        {
            var after = Then(before, new Origin(OriginKind.Import), paragraphs);
            foreach (var paragraph in paragraphs) Assert.Equal(whose[paragraph], OriginOf(after, paragraph));
        }, iter: 120);
    }

    [Fact]
    public void A_paragraph_cut_and_pasted_across_3000_words_keeps_its_authorship()
    {
        var long1 = SomeText.Paragraphs(seed: 1, words: 1500);
        var long2 = SomeText.Paragraphs(seed: 2, words: 1500);
        var before = Then(Written(Claude, [.. long1, Deposit, .. long2]), Other, [.. long1, Deposit, Heating, .. long2]);
        // The browser reports the paste as well: it is still nobody's but the first writer's.
        var moved = Body([.. long1, Heating, .. long2, Deposit]);
        var traced = AuthorshipTracer.Trace(moved, Person, new TraceSources(before) { Pasted = [new PastedText(Deposit, Writer)] });
        var after = new TracedText(moved, traced);
        Assert.Equal(new string('c', 17), OriginOf(after, Deposit));
        Assert.Equal(new string('o', 16), OriginOf(after, Heating));
        Assert.DoesNotContain('p', Letters(after));
        Assert.DoesNotContain('v', Letters(after));
    }

    [Fact]
    public void A_sentence_moved_into_another_paragraph_keeps_its_authorship()
    {
        var before = Then(Written(Claude, $"{Deposit} {Contract}", Heating), Other, $"{Deposit} {Contract}", Heating, Registration);
        var after = Then(before, Person, Contract, Heating, $"{Registration} {Deposit}");
        Assert.Equal(new string('c', 17), OriginOf(after, Deposit));
        Assert.DoesNotContain('p', Letters(after));
    }

    [Fact]
    public void Text_moved_to_another_field_keeps_its_authorship()
    {
        var before = Written(Claude, Deposit, Contract);
        var content = Body(Contract) with { Summary = Deposit };
        Assert.Equal(new string('c', 17), Letters(content, AuthorshipTracer.Trace(content, Person, new TraceSources(before)), TextField.Summary));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void What_was_deleted_and_put_back_is_whose_it_was(int words)
    {
        var first = Then(Written(Claude, Deposit, Contract), Other, Deposit, Heating, Contract);
        var without = string.Join(' ', Contract.Split(' ').Where((_, i) => i < 4 || i >= 4 + words));
        var second = Then(first, Person, Deposit, Heating, without);
        var third = AuthorshipTracer.Trace(first.Content, Person, new TraceSources(second) { Earlier = [second, first] });
        Assert.True(first.Authorship.SameAs(third));
        var withMore = Body(Deposit, Heating, Contract, "Mine.");
        var fourth = new TracedText(withMore, AuthorshipTracer.Trace(withMore, Person, new TraceSources(second) { Earlier = [second, first] }));
        Assert.Equal(Letters(first) + "p", Letters(fourth));
    }

    [Fact]
    public void A_short_line_put_back_is_whose_it_was_though_a_new_one_follows()
    {
        var first = Then(Written(Claude, Deposit, "Read on."), Other, Deposit, "Read on.");
        var second = Then(first, Person, Deposit);
        var now = Body(Deposit, "Read on.", "Mine.");
        Assert.Equal(new string('c', 19) + "p", Letters(now, AuthorshipTracer.Trace(now, Person, new TraceSources(second) { Earlier = [second, first] })));
    }

    [Fact]
    public void A_paragraph_put_back_is_whole_though_a_phrase_of_it_stands_elsewhere()
    {
        const string standing = "We repeat that the landlord keeps it apart from everything else.";
        var first = Then(Written(Claude, Deposit, Contract), Other, Deposit, standing, Contract);
        var second = Then(first, Person, standing, Contract);
        var now = Body(Heating, standing, Contract, Deposit);
        var after = new TracedText(now, AuthorshipTracer.Trace(now, Person, new TraceSources(second) { Earlier = [second, first] }));
        Assert.Equal(new string('c', 17), OriginOf(after, Deposit));
        Assert.Equal(new string('p', 16), OriginOf(after, Heating));
    }

    [Fact]
    public void Restoring_an_old_revision_restores_its_authorship()
    {
        var first = Then(Written(Claude, Deposit, Contract), Other, Deposit, "Short one.", Contract);
        var second = Then(first, Person, Heating, "Short two.", Registration);
        Assert.True(first.Authorship.SameAs(AuthorshipTracer.Trace(first.Content, Person, new TraceSources(second) { Earlier = [second, first] })));
    }

    [Fact]
    public void Half_a_proposal_taken_and_one_word_edited_leaves_only_that_word_to_the_person()
    {
        var before = Written(Person, Heating);
        var proposal = new TakenProposal($"{Deposit} {Contract}", Claude);
        var now = Body(Heating, Deposit.Replace("three rents", "two rents", StringComparison.Ordinal));
        var traced = AuthorshipTracer.Trace(now, Person, new TraceSources(before) { Taken = [proposal] });
        Assert.Equal("cccp" + new string('c', 13), OriginOf(new TracedText(now, traced), now.Body[(Heating.Length + 2)..]));
        Assert.Equal(new OriginShares(0, 17, 16, 0), traced.Shares(now));
        Assert.Equal(new MachineShare(16, 33), traced.MachineShare());
        Assert.Equal(MachineHand.Assisted, traced.MachineShare().Hand);
    }

    [Fact]
    public void A_correction_of_one_word_by_a_proposal_is_the_proposals()
    {
        var before = Written(Person, Heating, Deposit);
        var corrected = Heating.Replace("winters", "seasons", StringComparison.Ordinal);
        var now = Body(corrected, Deposit);
        var sources = new TraceSources(before);
        Assert.Equal(1, Letters(now, AuthorshipTracer.Trace(now, Person, sources with { Taken = [new TakenProposal(corrected, Claude)] })).Count('c'));
        Assert.Equal(0, Letters(now, AuthorshipTracer.Trace(now, Person, sources)).Count('c'));
    }

    [Fact]
    public void A_short_proposal_taken_whole_keeps_its_origin()
    {
        var before = new ArticleContent { Title = "A flat in Berlin", Body = Heating };
        var base1 = new TracedText(before, Authorship.AllOf(before, Person));
        var now = before with { Title = "Flats in Berlin", Body = Heating + "\n\n## Before you sign" };
        var traced = AuthorshipTracer.Trace(now, Person, new TraceSources(base1) { Taken = [new TakenProposal("Flats in Berlin", Claude), new TakenProposal("Before you sign", Claude)] });
        Assert.Equal("ccc", Letters(now, traced, TextField.Title));
        Assert.Equal(new string('p', 16) + "ccc", Letters(now, traced));
    }

    [Fact]
    public void A_paste_from_outside_is_the_persons_and_marked()
    {
        var before = Written(Claude, Deposit);
        var now = Body(Deposit, Contract.Replace("rent", "price", StringComparison.Ordinal), "Typed by hand, not pasted.");
        var traced = AuthorshipTracer.Trace(now, Person, new TraceSources(before) { Pasted = [new PastedText(Contract, Writer)] });
        Assert.Equal(new string('c', 17) + "vvvvvv" + "p" + "vvvvvvvvvv" + "ppppp", Letters(now, traced));
        Assert.Equal(new OriginShares(17, 0, 6, 16), traced.Shares(now));
    }

    [Fact]
    public void A_paste_of_ones_own_earlier_text_is_not_a_paste()
    {
        var first = Written(Person, Deposit, Contract);
        var second = Then(first, Person, Contract);
        var now = Body(Contract, Deposit);
        var traced = AuthorshipTracer.Trace(now, Person, new TraceSources(second) { Earlier = [second, first], Pasted = [new PastedText(Deposit, Writer)] });
        Assert.DoesNotContain('v', Letters(now, traced));
    }

    [Fact]
    public void Words_that_happen_to_recur_in_a_rewritten_paragraph_are_the_writers()
    {
        var before = Written(Claude, Deposit, "The flat is in the north of the city and the rent of the flat is not low, but the view from it is good.", Contract);
        const string rewritten = "Where the river turns you find a house of brick; the owner is a painter and asks for little, if the garden is kept well.";
        var after = Then(before, Person, Deposit, rewritten, Contract);
        Assert.DoesNotContain('c', OriginOf(after, rewritten));
        Assert.Equal(0, after.Authorship.Shares(after.Content).Edited);
    }

    [Fact]
    public void Words_added_inside_a_sentence_leave_the_others_as_they_were()
    {
        var after = Then(Written(Claude, Deposit), Person, Deposit.Replace("is three", "is, as long as nobody changes the law of the land, three", StringComparison.Ordinal));
        Assert.Equal("ccc" + new string('p', 10) + new string('c', 14), Letters(after));
    }
}

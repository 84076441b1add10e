using QuestCms.Domain.Ai;

namespace QuestCms.UnitTests.Ai;

public sealed class TranslationAlarmTests
{
    [Theory]
    [InlineData("You must pay 1,234.50 euro by 3 May 2026.", "Bis zum 3. Mai 2026 sind 1.234,50 Euro zu zahlen.")]
    [InlineData("It costs 1,200 euro.", "Cela coûte 1 200 euros.")]
    [InlineData("It costs 1,200 euro.", "Das kostet 1'200 Euro.")]
    [InlineData("You may not work. [Ask](/sites/a/b).", "Sie dürfen nicht arbeiten. [Fragen](/sites/a/b).")]
    public void The_same_in_another_language_is_no_change(string before, string after) => Assert.Empty(TranslationAlarm.Between(before, after));

    [Theory]
    [InlineData("It takes 14 days.", "Es dauert 15 Tage.", "Gone number: 14", "New number: 15")]
    [InlineData("Twice: 14 and 14.", "Einmal: 14.", "Gone number: 14")]
    [InlineData("[Ask](https://a.example/1).", "[Fragen](https://b.example/1).", "Gone link: https://a.example/1", "New link: https://b.example/1")]
    public void What_must_be_the_same_and_is_not_is_named(string before, string after, params string[] says) => Assert.Equal(says, TranslationAlarm.Between(before, after).Select(c => c.Say));

    [Fact]
    public void Of_other_rewrites_every_rule_is_asked() => Assert.Contains(MeaningAlarm.After(GenerationKind.Passage, "You must pay.", "You may pay."), c => c.Kind == MeaningKind.Obligation);
}

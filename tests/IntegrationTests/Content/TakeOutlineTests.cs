using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class TakeOutlineTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static readonly string Outline = Template.Of(ArticleKind.Guide).Outline();

    [Fact]
    public async Task Its_words_are_the_templates_and_what_was_typed_before_is_its_writers()
    {
        var article = await Some.DraftAsync("Outlined", "Typed by the first writer before anything else.\n");

        var taken = await TakeAsync(article, "Typed by the first writer before anything else.\n\n" + Outline);

        var revision = await Some.RevisionAsync(article, taken.Value.Revision!.Value);
        var words = revision.Authorship.WordsByKind();
        Assert.Equal(Occasion.Template, revision.Occasion);
        Assert.False(words.ContainsKey(OriginKind.Generation));
        Assert.True(words[OriginKind.Template] > 60);
        Assert.True(revision.Authorship.HasWordsOf(OriginKind.Person, Some.Creator.Person!.Value.Value));
        Assert.Equal(0, revision.Figures.Machine);
    }

    [Fact]
    public async Task Taken_into_somebody_elses_text_that_one_is_frozen_first_as_theirs()
    {
        var article = await Some.DraftAsync("Two writers and an outline", "The first writer wrote these ten words and nothing else.\n");
        var opened = await Some.OpenAsync(article, Some.SecondCreator);

        await House.SendAsync(new TakeOutline(article, opened.Content with { Body = opened.Content.Body + "\n" + Outline }, opened.Version, null, []), Some.SecondCreator);

        Assert.Equal(Occasion.ChangeOfWriter, (await Some.RevisionAsync(article, 1)).Occasion);
        var outlined = await Some.RevisionAsync(article, 2);
        Assert.True(outlined.Authorship.HasWordsOf(OriginKind.Person, Some.Creator.Person!.Value.Value));
        Assert.False(outlined.Authorship.HasWordsOf(OriginKind.Person, Some.SecondCreator.Person!.Value.Value));
    }

    [Fact]
    public async Task The_rules_of_a_save_hold_for_it()
    {
        await Some.DraftAsync("Taken already");
        var article = await Some.DraftAsync("Refused outline");
        var opened = await Some.OpenAsync(article);

        Assert.Equal("slug.taken", (await House.SendAsync(new TakeOutline(article, opened.Content with { Slug = "taken-already" }, opened.Version, null, []), Some.Creator)).Error?.Code);
        Assert.Equal(ArticleErrors.Stale, (await House.SendAsync(new TakeOutline(article, opened.Content with { Body = Outline }, opened.Version - 1, null, []), Some.Creator)).Error);
        Assert.Equal("title", (await House.SendAsync(new TakeOutline(article, opened.Content with { Title = new string('t', 201) }, opened.Version, null, []), Some.Creator)).Error?.Fields[0].Path);
        Assert.Equal(0, (await Some.OpenAsync(article)).LastRevision);
    }

    private async Task<Result<SavedCopy>> TakeAsync(ArticleId article, string body)
    {
        var opened = await Some.OpenAsync(article);
        return await House.SendAsync(new TakeOutline(article, opened.Content with { Body = body }, opened.Version, null, []), Some.Creator);
    }
}

using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class RestoreRevisionTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task An_older_text_becomes_the_working_copy_with_the_origin_it_had_and_what_stood_there_is_frozen_first()
    {
        var article = await Some.DraftAsync("Restored");
        await Some.WriteAsync(article, "The first version of the text is this one.", named: true);
        await Some.WriteAsync(article, "Something else altogether stands here now.", Some.SecondCreator);

        await Some.Must(new RestoreRevision(article, 1), Some.SecondCreator);

        var now = await Some.OpenAsync(article);
        Assert.Equal(("The first version of the text is this one.", 3), (now.Content.Body, now.LastRevision));
        Assert.Equal("Something else altogether stands here now.", (await Some.RevisionAsync(article, 2)).Content.Body);
        var restored = await Some.RevisionAsync(article, 3);
        Assert.Equal(Occasion.Restore, restored.Occasion);
        Assert.True(restored.Authorship.SameAs((await Some.RevisionAsync(article, 1)).Authorship)); // restoring changes nobody's authorship
    }

    [Fact]
    public async Task It_publishes_nothing_and_the_address_stays()
    {
        var article = await Some.DraftAsync("Live and restored");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.ChangeAsync(article, c => c with { Body = "Second.", Slug = "another-address" }, named: true);

        await Some.Must(new RestoreRevision(article, 1), Some.Creator);

        var now = await Some.OpenAsync(article);
        Assert.Equal((1, "another-address", true), (now.LiveRevision, now.Content.Slug, now.HasUnpublishedChanges));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.events where article = $1", article.Value));
    }

    [Fact]
    public async Task What_is_not_there_or_frozen_is_not_restored()
    {
        var article = await Some.DraftAsync("Not restored");
        Assert.Equal(ArticleErrors.NoSuchRevision, (await House.SendAsync(new RestoreRevision(article, 1), Some.Creator)).Error);
        await Some.SubmittedAsync(article);

        Assert.Equal(ArticleErrors.Frozen, (await House.SendAsync(new RestoreRevision(article, 1), Some.Creator)).Error);
        Assert.Equal(1, (await Some.OpenAsync(article)).LastRevision);
    }
}

public sealed class GetHistoryTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task The_line_goes_from_newest_to_oldest_and_the_newest_is_compared_with_the_one_before()
    {
        var article = await ThreeRevisionsAsync("In a line");

        var history = (await House.SendAsync(new GetHistory(article), Some.Reviewer)).Value;

        Assert.Equal([3, 2, 1], history.Revisions.Select(r => r.Number));
        Assert.Equal((2, 3, false), (history.Left, history.Right, history.MayRestore)); // a reviewer reads
        Assert.Equal("second", history.Names[history.Revisions[0].FrozenBy!.Value]);
        Assert.Equal([2, 1, null], history.Revisions.Select(r => r.BasedOn));
        Assert.Equal(1, history.Difference!.ChangedPassages);
        Assert.True((await House.SendAsync(new GetHistory(article), Some.Creator)).Value.MayRestore);
    }

    [Fact]
    public async Task Any_two_are_compared_and_a_number_that_is_not_there_is_not_found()
    {
        var article = await ThreeRevisionsAsync("Any two");

        var far = (await House.SendAsync(new GetHistory(article, 1, 3), Some.Creator)).Value;

        Assert.Equal((1, 3), (far.Left, far.Right));
        Assert.Contains(far.Difference!.Fields[TextField.Body], p => p.Kind != PassageKind.Same);
        Assert.Equal(ArticleErrors.NoSuchRevision, (await House.SendAsync(new GetHistory(article, 1, 9), Some.Creator)).Error);
        Assert.Equal(ArticleErrors.NoSuchRevision, (await House.SendAsync(new GetHistory(article, -1), Some.Creator)).Error);
    }

    [Fact]
    public async Task A_draft_that_nobody_froze_has_an_empty_line()
    {
        var article = await Some.DraftAsync("Nothing frozen");

        var history = (await House.SendAsync(new GetHistory(article), Some.Creator)).Value;

        Assert.Empty(history.Revisions);
        Assert.Equal((null, null, true), (history.Difference, history.Right, history.HasUnfrozenChanges));
    }

    private async Task<ArticleId> ThreeRevisionsAsync(string title)
    {
        var article = await Some.DraftAsync(title);
        await Some.WriteAsync(article, "One.", named: true);
        await Some.WriteAsync(article, "One. Two.", named: true);
        await Some.WriteAsync(article, "One. Two. Three.", Some.SecondCreator, named: true);
        return article;
    }
}

using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class ResolveConflictTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task The_text_the_person_chose_becomes_the_working_copy_and_theirs_stays_in_the_history()
    {
        var article = await InConflictAsync("Chosen");
        var conflict = await ConflictAsync(article);

        await Some.Must(new ResolveConflict(article, conflict.TheirVersion, "Mine and theirs.", TakeMyFields: false), Some.Creator);

        var now = await Some.OpenAsync(article);
        Assert.Equal(("Mine and theirs.", "Their summary."), (now.Content.Body, now.Content.Summary));
        Assert.Null(now.SideCopyKeptAt);
        var theirs = await Some.RevisionAsync(article, now.LastRevision);
        Assert.Equal(("Theirs.", Occasion.ChangeOfWriter, Some.SecondCreator.Person), (theirs.Content.Body, theirs.Occasion, theirs.FrozenBy));
    }

    [Fact]
    public async Task With_ones_own_fields_taken_the_other_fields_are_mine_too_but_the_address()
    {
        var article = await InConflictAsync("Fields");
        var conflict = await ConflictAsync(article);

        await Some.Must(new ResolveConflict(article, conflict.TheirVersion, conflict.Mine.Body, TakeMyFields: true), Some.Creator);

        var now = await Some.OpenAsync(article);
        Assert.Equal(("Mine.", "My summary.", "fields"), (now.Content.Body, now.Content.Summary, now.Content.Slug));
    }

    [Fact]
    public async Task A_still_newer_version_is_not_overlooked_and_the_side_copy_stays()
    {
        var article = await InConflictAsync("Newer still");
        var conflict = await ConflictAsync(article);
        await Some.WriteAsync(article, "Theirs, once more.", Some.SecondCreator);

        var refused = await House.SendAsync(new ResolveConflict(article, conflict.TheirVersion, "Mine.", false), Some.Creator);

        Assert.Equal(ArticleErrors.Stale, refused.Error);
        Assert.Equal("Theirs, once more.", (await Some.OpenAsync(article)).Content.Body);
        Assert.Equal(1, await Some.SideCopiesAsync(article));
    }

    [Fact]
    public async Task While_the_article_is_in_review_nothing_is_resolved_and_nothing_is_lost()
    {
        var article = await InConflictAsync("Frozen meanwhile");
        var conflict = await ConflictAsync(article);
        await Some.SubmittedAsync(article);

        var refused = await House.SendAsync(new ResolveConflict(article, conflict.TheirVersion, "Mine.", false), Some.Creator);

        Assert.Equal(ArticleErrors.Frozen, refused.Error);
        Assert.Equal(1, await Some.SideCopiesAsync(article));
    }

    [Fact]
    public async Task Where_nothing_is_kept_there_is_nothing_to_resolve()
    {
        var article = await Some.DraftAsync("No conflict");

        Assert.Equal("conflict.none", (await House.SendAsync(new ResolveConflict(article, 1, "x", false), Some.Creator)).Error?.Code);
        Assert.Equal("body.too_large", (await House.SendAsync(new ResolveConflict(article, 1, new string('x', ArticleContent.MaxBodyBytes + 1), false), Some.Creator)).Error?.Code);
    }

    // The creator typed on a version that the second one overtook.
    private async Task<ArticleId> InConflictAsync(string title)
    {
        var article = await Some.DraftAsync(title);
        var opened = await Some.OpenAsync(article);
        await House.SendAsync(new SaveWorkingCopy(article, opened.Content with { Body = "Theirs.", Summary = "Their summary." }, opened.Version, null, [], false), Some.SecondCreator);
        var stale = await House.SendAsync(new SaveWorkingCopy(article, opened.Content with { Body = "Mine.", Summary = "My summary." }, opened.Version, null, [], false), Some.Creator);
        Assert.Equal(ArticleErrors.Stale, stale.Error);
        return article;
    }

    private async Task<Conflict> ConflictAsync(ArticleId article) => (await House.SendAsync(new GetConflict(article), Some.Creator)).Value;
}

public sealed class GetConflictTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_shows_mine_theirs_and_both_as_a_difference_and_who_saved_when()
    {
        var article = await Some.DraftAsync("Both", "One paragraph.\n\nAnother one stays.\n");
        var opened = await Some.OpenAsync(article);
        await Some.WriteAsync(article, "One paragraph of theirs.\n\nAnother one stays.\n", Some.SecondCreator);
        await Some.WriteAsync(article, "One paragraph of mine.\n\nAnother one stays.\n", basedOn: opened.Version);

        var conflict = (await House.SendAsync(new GetConflict(article), Some.Creator)).Value;

        Assert.Equal(("One paragraph of mine.\n\nAnother one stays.\n", "One paragraph of theirs.\n\nAnother one stays.\n", "second"), (conflict.Mine.Body, conflict.Theirs.Body, conflict.TheirWriter));
        Assert.Equal(opened.Version + 1, conflict.TheirVersion);
        Assert.Equal(1, conflict.Difference.ChangedPassages);
    }

    [Fact]
    public async Task Another_persons_side_copy_is_nobody_elses_to_see()
    {
        var article = await Some.DraftAsync("Private");
        var opened = await Some.OpenAsync(article);
        await Some.WriteAsync(article, "Theirs.", Some.SecondCreator);
        await Some.WriteAsync(article, "Mine.", basedOn: opened.Version);

        var refused = await House.SendAsync(new GetConflict(article), Some.SecondCreator);

        Assert.Equal((ErrorKind.NotFound, "conflict.none"), (refused.Error!.Kind, refused.Error.Code));
    }
}

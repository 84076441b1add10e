using QuestCms.Application.Content;
using QuestCms.Application.Review;
using QuestCms.Application.Sites;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class SaveWorkingCopyTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_save_is_counted_and_read_back_in_one_form_whatever_it_was_typed_in()
    {
        var article = await Some.DraftAsync("Counted");
        var before = await Some.OpenAsync(article);

        var saved = await House.SendAsync(new SaveWorkingCopy(article, before.Content with { Title = " Two\r\nlines ", Body = "One.\r\nTwo.\rThree.", Tags = [" visa ", "VISA", "", "tax"] }, before.Version, null, [], false), Some.Creator);

        var after = await Some.OpenAsync(article);
        Assert.Equal((before.Version + 1, 3), (saved.Value.Version, saved.Value.Words));
        Assert.Equal(("Two lines", "One.\nTwo.\nThree."), (after.Content.Title, after.Content.Body));
        Assert.Equal(["visa", "tax"], after.Content.Tags);
        Assert.Equal(after.Version, (await Some.WriteAsync(article, after.Content.Body)).Value.Version); // nothing changed, nothing counted
    }

    [Fact]
    public async Task A_text_typed_on_an_older_version_is_refused_and_kept_beside_for_who_typed_it()
    {
        var article = await Some.DraftAsync("Stale");
        var opened = await Some.OpenAsync(article);
        await Some.WriteAsync(article, "Theirs.", Some.SecondCreator);

        var stale = await Some.WriteAsync(article, "Mine.", basedOn: opened.Version);
        var again = await Some.WriteAsync(article, "Mine, typed on.", basedOn: opened.Version);

        Assert.Equal([ArticleErrors.Stale, ArticleErrors.Stale], [stale.Error, again.Error]);
        Assert.Equal("Theirs.", (await Some.OpenAsync(article)).Content.Body);
        Assert.NotNull((await Some.OpenAsync(article)).SideCopyKeptAt);
        Assert.Null((await Some.OpenAsync(article, Some.SecondCreator)).SideCopyKeptAt);
        Assert.Equal("Mine, typed on.", await House.ScalarAsync<string>("select body from content.side_copies where article = $1", article.Value));
    }

    [Fact]
    public async Task A_tab_that_lost_the_answer_to_its_save_is_in_no_conflict_with_itself()
    {
        var article = await Some.DraftAsync("Lost answer");
        var version = (await Some.OpenAsync(article)).Version;
        var tab = Guid.CreateVersion7();
        await Some.WriteAsync(article, "First.", basedOn: version, session: tab); // its answer never came

        var next = await Some.WriteAsync(article, "First and second.", basedOn: version, session: tab);

        Assert.Null(next.Error);
        Assert.Equal("First and second.", (await Some.OpenAsync(article)).Content.Body);
        // Another tab on the old version overlooks a change, and so does this one after somebody else's.
        Assert.Equal(ArticleErrors.Stale, (await Some.WriteAsync(article, "Elsewhere.", basedOn: version, session: Guid.CreateVersion7())).Error);
        await Some.WriteAsync(article, "Theirs.", Some.SecondCreator, session: Guid.CreateVersion7());
        Assert.Equal(ArticleErrors.Stale, (await Some.WriteAsync(article, "Too late.", basedOn: next.Value.Version, session: tab)).Error);
    }

    [Fact]
    public async Task Of_two_saves_at_once_on_one_version_one_is_stored_and_the_other_hears_so()
    {
        for (var round = 0; round < 5; round++)
        {
            var article = await Some.DraftAsync($"At once {round}");
            var version = (await Some.OpenAsync(article)).Version;

            var answers = await Task.WhenAll(new[] { Some.Creator, Some.SecondCreator }.Select((by, i) => Task.Run(() => Some.WriteAsync(article, $"Text {i}.", by, version), Ct)));

            var refused = Assert.Single(answers, a => a.Error is not null).Error!.Code;
            Assert.Contains(refused, new[] { "article.stale", "changed_meanwhile" });
            Assert.Equal(version + 1, (await Some.OpenAsync(article)).Version);
        }
    }

    [Fact]
    public async Task In_review_the_text_is_frozen()
    {
        var article = await Some.DraftAsync("Frozen");
        await Some.SubmittedAsync(article);
        var before = await Some.OpenAsync(article);

        var refused = await Some.WriteAsync(article, "Changed all the same.");

        Assert.Equal(ArticleErrors.Frozen, refused.Error);
        Assert.Equal((before.Version, before.Content.Body), ((await Some.OpenAsync(article)).Version, (await Some.OpenAsync(article)).Content.Body));
    }

    [Fact]
    public async Task A_slug_belongs_to_one_article_of_a_site()
    {
        await Some.DraftAsync("The first of the name");
        var second = await Some.DraftAsync("Another");

        var refused = await Some.ChangeAsync(second, c => c with { Slug = "the-first-of-the-name" });
        var malformed = await Some.ChangeAsync(second, c => c with { Slug = "Not a Slug" });

        Assert.Equal(("slug", "slug.taken"), (refused.Error!.Fields[0].Path, refused.Error.Code));
        Assert.Equal(("slug", "slug.malformed"), (malformed.Error!.Fields[0].Path, malformed.Error.Fields[0].Code));
        Assert.Equal("another", (await Some.OpenAsync(second)).Content.Slug);
    }

    [Fact]
    public async Task After_a_pause_of_thirty_minutes_the_text_as_it_stood_is_frozen_first()
    {
        var article = await Some.DraftAsync("Paused");
        await Some.RestAsync(article, 29);
        await Some.WriteAsync(article, "Before the pause.");
        Assert.Equal(0, (await Some.OpenAsync(article)).LastRevision);
        await Some.RestAsync(article, 31);

        await Some.WriteAsync(article, "After the pause.");

        var frozen = await Some.RevisionAsync(article, 1);
        Assert.Equal((Occasion.Pause, "Before the pause."), (frozen.Occasion, frozen.Content.Body));
        Assert.Equal("After the pause.", (await Some.OpenAsync(article)).Content.Body);
    }

    [Fact]
    public async Task Before_another_hand_the_text_is_frozen_as_who_wrote_it()
    {
        var article = await Some.DraftAsync("Two hands");
        await Some.WriteAsync(article, "Written by the first of the two people here.");

        await Some.WriteAsync(article, "Written by the first of the two people here. And some words by the second one.", Some.SecondCreator);
        await Some.WriteAsync(article, "Written by the first of the two people here. And some words by the second one.", Some.SecondCreator, named: true);

        var first = await Some.RevisionAsync(article, 1);
        Assert.Equal((Occasion.ChangeOfWriter, Some.Creator.Person), (first.Occasion, first.FrozenBy));
        Assert.Equal([Some.Creator.Person!.Value], first.Hands);
        var second = await Some.RevisionAsync(article, 2);
        Assert.Equal([Some.SecondCreator.Person!.Value], second.Hands);
        Assert.True(second.Authorship.HasWordsOf(OriginKind.Person, Some.Creator.Person!.Value.Value));
        Assert.True(second.Authorship.HasWordsOf(OriginKind.Person, Some.SecondCreator.Person!.Value.Value));
    }

    [Fact]
    public async Task What_was_pasted_from_outside_is_the_persons_and_marked_as_pasted()
    {
        var article = await Some.DraftAsync("Pasted");
        const string Pasted = "The office is open from nine to four on every working day of the week";

        await Some.WriteAsync(article, $"I looked it up. {Pasted}.", pastes: [Pasted], named: true);

        var revision = await Some.RevisionAsync(article, 1);
        Assert.Equal(15, revision.Authorship.Runs[TextField.Body].Where(r => revision.Authorship.Origins[r.Origin].Pasted).Sum(r => r.Words));
        Assert.Equal(15, revision.Figures.Pasted);
    }

    [Fact]
    public async Task A_named_save_freezes_a_revision_and_a_second_one_without_a_change_does_not()
    {
        var article = await Some.DraftAsync("Named");

        var named = await Some.WriteAsync(article, "Worth keeping.", named: true);
        var again = await Some.WriteAsync(article, "Worth keeping.", named: true);

        Assert.Equal((1, null), (named.Value.Revision, again.Value.Revision));
        Assert.Equal(Occasion.NamedSave, (await Some.RevisionAsync(article, 1)).Occasion);
    }

    [Fact]
    public async Task Another_sites_category_and_byline_are_as_if_they_were_not()
    {
        await Some.Must(new AddCategory(Some.OtherSite, "Elsewhere"), Some.Stranger);
        await Some.Must(new AddByline(Some.OtherSite, "Other desk", ""), Some.Stranger);
        var other = (await House.SendAsync(new GetNewArticleForm(Some.OtherSite), Some.Stranger)).Value;
        var article = await Some.DraftAsync("Own things only");

        Assert.Equal("category.unknown", (await Some.ChangeAsync(article, c => c with { Category = other.Categories[0].Id })).Error?.Code);
        Assert.Equal("bylines.unknown", (await Some.ChangeAsync(article, c => c with { Bylines = [other.Bylines[0].Id] })).Error?.Code);
    }

    [Fact]
    public async Task Over_the_limits_every_field_is_named_and_nothing_is_stored()
    {
        var article = await Some.DraftAsync("Limits");
        var before = await Some.OpenAsync(article);

        var refused = await Some.ChangeAsync(article, c => c with
        {
            Title = new string('t', 201),
            Summary = new string('s', 1001),
            SeoTitle = new string('x', 321),
            SeoDescription = "nul\0",
            Tags = [new string('g', 41)],
            Slug = "--",
            Kind = (ArticleKind)77,
            Bylines = [.. Enumerable.Repeat(Some.Byline, 11)],
        });
        var many = await Some.ChangeAsync(article, c => c with { Tags = [.. Enumerable.Range(0, 21).Select(i => $"tag{i}")] });
        var large = await Some.ChangeAsync(article, c => c with { Body = new string('é', ArticleContent.MaxBodyBytes / 2 + 1) });
        var half = await Some.ChangeAsync(article, c => c with { Body = "half a pair \ud83d" });

        Assert.Equal(["bylines", "kind", "seoDescription", "seoTitle", "slug", "summary", "tags", "title"], refused.Error!.Fields.Select(f => f.Path).Distinct().Order());
        Assert.Equal("tags", Assert.Single(many.Error!.Fields).Path);
        Assert.Equal((ErrorKind.TooLarge, "body.too_large"), (large.Error!.Kind, large.Error.Code));
        Assert.Equal("body", Assert.Single(half.Error!.Fields).Path);
        Assert.Equal((before.Version, before.Content.Body), ((await Some.OpenAsync(article)).Version, (await Some.OpenAsync(article)).Content.Body));
        Assert.Null((await Some.ChangeAsync(article, c => c with { Body = new string('a', ArticleContent.MaxBodyBytes) })).Error); // the limit itself is allowed
    }

    [Fact]
    public async Task Editing_what_is_approved_makes_a_draft_of_it_and_leaves_the_approval_to_its_revision()
    {
        var article = await Some.DraftAsync("Approved, then edited");
        await Some.ApprovedAsync(article);

        await Some.WriteAsync(article, "A later thought.");

        var now = await Some.OpenAsync(article);
        Assert.Equal((WorkingState.Draft, 1), (now.State, now.ApprovedRevision));
        Assert.Equal("article.not_in_review", (await House.SendAsync(new WithdrawFromReview(article), Some.Creator)).Error?.Code);
    }
}

using System.Net;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class ImportPostTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static ForeignPost Post(string name, ForeignState state = ForeignState.Published) => new()
    {
        From = "ghost",
        Path = "ghost:" + name,
        Title = "Piece " + name,
        Slug = "piece-" + name,
        Body = "<p>Four weeks is <b>common</b>.</p>",
        State = state,
        PublishedAt = new DateTimeOffset(2019, 3, 4, 8, 0, 0, TimeSpan.Zero),
        CreatedAt = new DateTimeOffset(2019, 3, 1, 8, 0, 0, TimeSpan.Zero),
        ChangedAt = new DateTimeOffset(2019, 3, 2, 8, 0, 0, TimeSpan.Zero),
        Authors = ["Relocation Desk"],
        Addresses = [$"/former/{name}/"],
        Rest = [new("review_notes", "Check the law.")],
    };

    private async Task<Result<ImportedPost>> SendAsync(ForeignPost post, bool publish = true, bool dryRun = false, Actor? actor = null) =>
        await House.SendAsync(new ImportPost(Some.Site, post, new HashSet<string>(), publish, dryRun), actor ?? Some.Administrator);

    private async Task<ImportOutcome> ImportAsync(ForeignPost post, bool publish = true) => (await SendAsync(post, publish)).Value.Outcome;

    private async Task<ArticleId> IdAsync(string name) => ArticleId.From(await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = $1", "ghost:" + name));

    [Fact]
    public async Task A_piece_is_taken_over_with_its_dates_and_its_former_address_and_a_second_run_changes_nothing()
    {
        Assert.Equal(ImportOutcome.Created, await ImportAsync(Post("over")));
        Assert.Equal(ImportOutcome.Unchanged, await ImportAsync(Post("over")));

        var id = await IdAsync("over");
        Assert.Equal("Four weeks is **common**.", await House.ScalarAsync<string>("select body from content.articles where id = $1", id.Value));
        Assert.Equal(new DateTime(2019, 3, 4, 8, 0, 0), await House.ScalarAsync<DateTime>("select published_at from delivery.published_articles where article = $1", id.Value));
        Assert.Equal(new DateTime(2019, 3, 1, 8, 0, 0), await House.ScalarAsync<DateTime>("select created_at from content.articles where id = $1", id.Value));
        Assert.Equal("ghost:over", await House.ScalarAsync<string>("select import from review.decisions where article = $1 and kind = 'TakenOver' and score is null", id.Value));
        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        var moved = await reader.GetAsync("/sites/relocation/former/over/", Ct);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/sites/relocation/piece-over"), (moved.StatusCode, moved.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Changed_there_it_is_a_new_working_copy_and_changed_here_it_is_left_alone()
    {
        await ImportAsync(Post("twice"));
        Assert.Equal(ImportOutcome.Updated, await ImportAsync(Post("twice") with { Body = "<p>Five.</p>" }, publish: false));
        var id = await IdAsync("twice");
        Assert.Equal("Five.", await House.ScalarAsync<string>("select body from content.articles where id = $1", id.Value));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where article = $1 and html like '%common%'", id.Value));

        var article = (await House.SendAsync(new GetArticleForEditing(id), Some.Creator)).Value;
        Assert.Null((await House.SendAsync(new SaveWorkingCopy(id, article.Content with { Body = "Mine." }, article.Version, null, [], Named: false), Some.Creator)).Error);
        var again = (await SendAsync(Post("twice") with { Body = "<p>Six.</p>" })).Value;
        Assert.Equal((ImportOutcome.LeftAlone, true), (again.Outcome, again.Say?.Contains("changed the article", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Archived_there_it_goes_out_of_the_way_here_and_comes_back_with_it()
    {
        await ImportAsync(Post("comes"));
        var id = await IdAsync("comes");
        Assert.Equal(ImportOutcome.Updated, await ImportAsync(Post("comes", ForeignState.Archived), publish: false));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where article = $1", id.Value)); // without --publish readers are shown nothing else

        Assert.Equal(ImportOutcome.Unchanged, await ImportAsync(Post("comes", ForeignState.Archived), publish: false));
        Assert.Equal(ImportOutcome.Updated, await ImportAsync(Post("comes", ForeignState.Archived)));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.articles where id = $1 and archived_at is not null and live_revision is null", id.Value));
        Assert.Equal(ImportOutcome.Unchanged, await ImportAsync(Post("comes", ForeignState.Archived)));

        Assert.Equal(ImportOutcome.Updated, await ImportAsync(Post("comes")));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.articles where id = $1 and archived_at is null and live_revision is not null", id.Value));
    }

    [Fact]
    public async Task What_a_person_took_from_readers_or_archived_here_stays_so()
    {
        await ImportAsync(Post("down"));
        var id = await IdAsync("down");
        await Some.Must(new UnpublishArticle(id), Some.Publisher);
        Assert.Equal(ImportOutcome.LeftAlone, await ImportAsync(Post("down")));
        await Some.Must(new ArchiveArticle(id), Some.Publisher);
        Assert.Equal(ImportOutcome.LeftAlone, await ImportAsync(Post("down") with { Summary = "Again." }));
    }

    [Fact]
    public async Task The_words_of_a_model_count_as_that_models_and_readers_are_told()
    {
        var id = Guid.Parse("6f1d7a52-5a8e-4a34-9f62-0c7f1de4a001");
        var written = Post("model") with { Id = id, Model = new ForeignModel("a-model-of-then", "Write of notice periods.") };
        Assert.Equal(ImportOutcome.Created, await ImportAsync(written));
        Assert.Equal(ImportOutcome.Updated, await ImportAsync(written with { Body = "<p>Four weeks is common, or five.</p>" }));

        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from ai.generations where article = $1 and model = 'a-model-of-then' and prompt = 'imported' and requested_by is null and proposal = 'Taken' and taken_in_revision = 1", id));
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from content.revisions where article = $1 and origin = 'Generation' and occasion = 'Import'", id));
        Assert.Equal("1", await House.ScalarAsync<string>("select json::jsonb -> 'ai' ->> 'share' from delivery.published_articles where article = $1", id));
        Assert.Equal(ImportOutcome.LeftAlone, await ImportAsync(Post("other") with { Id = id }));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing_and_only_an_administrator_of_the_site_may()
    {
        Assert.Equal(ImportOutcome.Created, (await SendAsync(Post("dry"), dryRun: true)).Value.Outcome);
        Assert.Equal(CommonErrors.NotFound, (await SendAsync(Post("dry"), actor: Some.Stranger)).Error);
        Assert.Equal(CommonErrors.NotAllowed, (await SendAsync(Post("dry"), actor: Some.Publisher)).Error);
        Assert.Equal("body.too_large", (await SendAsync(Post("dry") with { Body = new string('a', 2 * 1024 * 1024 + 1) })).Error?.Code);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path = 'ghost:dry'"));
    }
}

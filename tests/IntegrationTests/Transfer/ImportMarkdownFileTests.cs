using System.Text;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class ImportMarkdownFileTests(Database database) : InAHouse(database)
{
    private const string Post = "---\ntitle: Notice periods\ndate: 2015-03-04\nauthors: [relocation-desk, guest-writer]\nredirect_from: [/old-notice/, /2015/03/notice/]\n---\nFour weeks is common.\n";

    private Task<Result<ImportedPost>> ImportAsync(string path, string text, bool publish = false, bool dryRun = false, Actor? actor = null) =>
        House.SendAsync(new ImportMarkdownFile(Some.Site, path, Encoding.UTF8.GetBytes(text), new HashSet<string>(), new HashSet<string>(), publish, dryRun), actor ?? Some.Administrator);

    [Fact]
    public async Task A_file_becomes_an_article_with_its_bylines_in_order_and_a_second_run_changes_nothing()
    {
        Assert.Equal(ImportOutcome.Created, (await ImportAsync("a.md", Post)).Value.Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync("a.md", Post)).Value.Outcome);

        var id = await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = 'a.md'");
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.revisions where article = $1 and occasion = 'Import' and origin = 'Import'", id));
        Assert.Equal(["relocation-desk", "guest-writer"], (await House.ReadAsync(async db =>
        {
            var article = await db.Articles.FindAsync([ArticleId.From(id)], TestContext.Current.CancellationToken);
            return article!.Working.Bylines.Select(b => db.Bylines.Find(b)!.Slug).ToArray();
        })));
    }

    [Fact]
    public async Task A_takeover_is_live_under_its_own_date_and_its_former_address_leads_to_it()
    {
        var imported = (await ImportAsync("notice-taken-over.md", Post, publish: true)).Value;

        Assert.True(imported.Live);
        var id = await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = 'notice-taken-over.md'");
        Assert.Equal(new DateTime(2015, 3, 4), await House.ScalarAsync<DateTime>("select published_at from delivery.published_articles where article = $1", id));
        Assert.Equal("TakenOver", await House.ScalarAsync<string>("select kind from review.decisions where article = $1 and score is null and round is null", id));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.former_slugs where slug = 'old-notice' and article = $1", id));
    }

    [Fact]
    public async Task What_was_imported_as_a_draft_is_published_by_a_later_run_and_an_update_stays_live()
    {
        await ImportAsync("later.md", Post);
        Assert.Equal(ImportOutcome.Published, (await ImportAsync("later.md", Post, publish: true)).Value.Outcome);
        Assert.Equal(ImportOutcome.Unchanged, (await ImportAsync("later.md", Post, publish: true)).Value.Outcome);
        Assert.Equal(ImportOutcome.Updated, (await ImportAsync("later.md", Post + "Or three months.\n", publish: true)).Value.Outcome);

        var id = await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = 'later.md'");
        Assert.Equal(2, await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1 and html like '%three months%'", id));
    }

    [Fact]
    public async Task What_a_person_changed_since_is_left_alone()
    {
        await ImportAsync("edited.md", Post);
        var id = ArticleId.From(await House.ScalarAsync<Guid>("select article from transfer.imported_files where path = 'edited.md'"));
        var article = (await House.SendAsync(new GetArticleForEditing(id), Some.Creator)).Value;
        Assert.Null((await House.SendAsync(new SaveWorkingCopy(id, article.Content with { Body = "Mine." }, article.Version, null, [], Named: false), Some.Creator)).Error);

        var again = (await ImportAsync("edited.md", Post + "More.\n", publish: true)).Value;

        Assert.Equal(ImportOutcome.LeftAlone, again.Outcome);
        Assert.NotNull(again.Say);
        Assert.Equal("Mine.", await House.ScalarAsync<string>("select body from content.articles where id = $1", id.Value));
    }

    [Fact]
    public async Task A_dry_run_stores_nothing_and_a_stranger_is_told_nothing()
    {
        Assert.Equal(ImportOutcome.Created, (await ImportAsync("dry.md", Post, publish: true, dryRun: true)).Value.Outcome);
        Assert.Equal(CommonErrors.NotFound, (await ImportAsync("dry.md", Post, actor: Some.Stranger)).Error);
        Assert.Equal(CommonErrors.NotAllowed, (await ImportAsync("dry.md", Post, actor: Some.Publisher)).Error);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from transfer.imported_files where path = 'dry.md'"));
    }

    [Fact]
    public async Task A_text_the_renderer_refuses_is_refused_with_its_line()
    {
        var tangled = await ImportAsync("tangled.md", Post + string.Concat(Enumerable.Repeat("[a", 3_000)));
        Assert.Equal("body.too_tangled", tangled.Error?.Code);
    }
}

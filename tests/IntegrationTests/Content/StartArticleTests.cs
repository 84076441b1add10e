using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class StartArticleTests(SharedHouse shared) : InASharedHouse(shared)
{
    private StartArticle Start(ArticleId id, string title) => new(Some.Site, id, title, ArticleKind.News, Some.Category, [Some.Byline], ["visa"]);

    [Fact]
    public async Task A_blank_article_is_a_draft_of_who_began_it_with_a_slug_from_its_title()
    {
        var id = Some.NextId();

        await Some.Must(Start(id, "Ça coûte: l’été à Porto"), Some.Creator);

        var begun = await Some.OpenAsync(id);
        Assert.Equal(("ca-coute-lete-a-porto", ArticleKind.News, WorkingState.Draft, 0), (begun.Content.Slug, begun.Content.Kind, begun.State, begun.LastRevision));
        Assert.Equal((Some.Category, "creator", ""), (begun.Content.Category, begun.ChangedBy, begun.Content.Body));
    }

    [Fact]
    public async Task The_same_form_sent_twice_begins_one_article()
    {
        var id = Some.NextId();

        await Some.Must(Start(id, "Begun once"), Some.Creator);
        await Some.Must(Start(id, "Begun once"), Some.Creator);

        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.articles where title = 'Begun once'"));
    }

    [Fact]
    public async Task Equal_titles_get_slugs_of_their_own_also_when_begun_at_once()
    {
        for (var i = 0; i < 3; i++) await Some.Must(Start(Some.NextId(), "Same title"), Some.Creator);
        Assert.Equal("same-title same-title-2 same-title-3", await SlugsAsync("Same title"));

        var ids = Enumerable.Range(0, 4).Select(_ => Some.NextId()).ToList();
        var answers = await Task.WhenAll(ids.Select(id => Task.Run(() => House.SendAsync(Start(id, "At the same time"), Some.Creator), Ct)));

        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("changed_meanwhile", a.Error!.Code));
        var slugs = (await SlugsAsync("At the same time"))!.Split(' ');
        Assert.Equal(answers.Count(a => a.Error is null), slugs.Distinct().Count());
    }

    [Fact]
    public async Task The_templates_outline_is_the_first_revision_and_never_called_anyones_writing()
    {
        var id = Some.NextId();

        await Some.Must(Start(id, "") with { Kind = ArticleKind.Comparison, FromTemplate = true }, Some.Creator);

        var first = await Some.RevisionAsync(id, 1);
        Assert.Equal((Occasion.Template, OriginKind.Template), (first.Occasion, first.Origin));
        Assert.Contains("## Side by side", first.Content.Body, StringComparison.Ordinal);
        Assert.Equal([OriginKind.Template], first.Authorship.WordsByKind().Keys);
        Assert.Equal("", first.Content.Slug);
    }

    [Fact]
    public async Task What_is_not_there_or_too_long_is_refused_and_nothing_is_begun()
    {
        var id = Some.NextId();

        Assert.Equal("category.unknown", (await House.SendAsync(Start(id, "x") with { Category = Domain.Sites.CategoryId.From(Guid.CreateVersion7()) }, Some.Creator)).Error?.Code);
        Assert.Equal("bylines.unknown", (await House.SendAsync(Start(id, "x") with { Bylines = [BylineId.From(Guid.CreateVersion7())] }, Some.Creator)).Error?.Code);
        Assert.Equal("title", (await House.SendAsync(Start(id, new string('x', 201)), Some.Creator)).Error?.Fields[0].Path);
        Assert.Equal("not_found", (await House.SendAsync(Start(id, "x") with { Site = Some.OtherSite }, Some.Creator)).Error?.Code);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from content.articles where id = $1", id.Value));
    }

    [Fact]
    public async Task The_trail_says_who_began_it()
    {
        var id = Some.NextId();

        await Some.Must(Start(id, "In the trail"), Some.Creator);

        Assert.Equal("ArticleDrafted by creator", await House.ScalarAsync<string>("select what || ' by ' || actor_name from audit.entries where about = $1", id.Value));
    }

    private Task<string?> SlugsAsync(string title) => House.ScalarAsync<string>("select string_agg(slug, ' ' order by slug) from content.articles where title = $1", title);
}

public sealed class GetNewArticleFormTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_person_with_a_byline_finds_it_chosen_and_sees_only_the_sites_own_shelves()
    {
        var before = (await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Value;
        Assert.Equal((Some.Byline, "Portugal"), (before.Mine, before.Categories.Single().Name)); // the only one

        await Some.Must(new AddByline(Some.Site, "A name of one’s own", "", Some.Creator.Person), Some.Administrator);
        await Some.Must(new Application.Sites.AddCategory(Some.OtherSite, "Not here"), Some.Stranger);

        var form = (await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Value;
        Assert.Equal(["A name of one’s own", "Relocation desk"], form.Bylines.Select(b => b.Name));
        Assert.Equal("A name of one’s own", form.Bylines.Single(b => b.Id == form.Mine).Name);
        Assert.Equal(["Portugal"], form.Categories.Select(c => c.Name));
        Assert.Null((await House.SendAsync(new GetNewArticleForm(Some.Site), Some.SecondCreator)).Value.Mine);
    }
}

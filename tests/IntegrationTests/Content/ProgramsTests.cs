using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Audit;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Content;

/// <summary>For a class whose tests write as a program with a key.</summary>
[Collection("Programs")]
public abstract class WithPrograms(AgentsHouse shared) : WithAgents(shared)
{
    protected static readonly ArticleText SomeText = new()
    {
        Title = "Ferries to Cacilhas",
        Body = "They leave at seven in the morning and come back at nine.\n",
        Summary = "When they leave.",
        Category = "portugal",
        Authors = ["relocation-desk"],
        Tags = ["river"],
        SeoTitle = "Ferries",
    };

    protected async Task<Standing> WrittenAsync(Actor program, ArticleText? text = null)
    {
        var written = await House.SendAsync(new WriteNewArticle(Some.Site, Some.NextId(), text ?? SomeText with { Title = $"Ferries {Guid.CreateVersion7():N}" }), program);
        return written.Error is { } error ? throw new InvalidOperationException(error.Code) : written.Value;
    }

    protected async Task<IReadOnlyList<string>> TrailAsync(SiteKeyId key) =>
        [.. (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(Person: key.Value)), Some.Administrator)).Value.Items.Select(l => $"{l.Who} {l.Sentence}")];
}

public sealed class WriteNewArticleTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task Its_words_are_the_programs_nobody_has_a_hand_in_it_and_the_trail_names_the_key()
    {
        var (key, _, program) = await KeyAsync(KeyScope.Write);

        var standing = await WrittenAsync(program, SomeText);

        var row = await House.ReadAsync(db => db.Articles.AsNoTracking().SingleAsync(a => a.Id == standing.Id, Ct));
        Assert.Equal((null, null, 1, WorkingState.Draft, "ferries-to-cacilhas", Some.Category), (row.CreatedBy, row.ChangedBy, row.LastRevision, row.State, row.Working.Slug, row.Working.Category));
        Assert.Equal((standing.Version, 1), (row.Version, standing.LastRevision));
        Assert.Empty(row.Hands);
        var revision = await Some.RevisionAsync(standing.Id, 1);
        Assert.Equal((null, key, OriginKind.Agent), (revision.FrozenBy, revision.FrozenByKey, revision.Origin));
        Assert.Equal([OriginKind.Agent], revision.Authorship.WordsByKind().Keys);
        Assert.Equal(["agent Research began “Ferries to Cacilhas”", "agent Research froze revision 1 of “Ferries to Cacilhas” (named save)"], (await TrailAsync(key)).Order(StringComparer.Ordinal));
        Assert.Equal(["agent Research"], (await House.SendAsync(new ListArticles(Some.Site, "Cacilhas"), Some.Creator)).Value.Page.Items.Select(a => a.ChangedByName));
    }

    [Fact]
    public async Task A_slug_of_the_title_steps_aside_and_one_that_was_asked_for_is_refused()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write);
        await WrittenAsync(program, SomeText with { Title = "Twice told" });

        Assert.Equal("twice-told-2", (await WrittenAsync(program, SomeText with { Title = "Twice told" })).Slug);
        Assert.Equal("slug.taken", (await House.SendAsync(new WriteNewArticle(Some.Site, Some.NextId(), SomeText with { Slug = "twice-told" }), program)).Error!.Fields.Single().Code);
    }

    [Fact]
    public async Task What_the_site_does_not_have_is_named()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write);
        async Task<string> Refusal(ArticleText text) => (await House.SendAsync(new WriteNewArticle(Some.Site, Some.NextId(), text), program)).Error!.Fields.Single().Code;

        Assert.Equal("category.unknown", await Refusal(SomeText with { Category = "spain" }));
        Assert.Equal("authors.unknown", await Refusal(SomeText with { Authors = ["nobody"] }));
        Assert.Equal("image.unknown", await Refusal(SomeText with { Image = AssetId.From(Guid.CreateVersion7()) }));
        Assert.Equal("title.missing", await Refusal(SomeText with { Title = " " }));
        Assert.Equal(ErrorKind.TooLarge, (await House.SendAsync(new WriteNewArticle(Some.Site, Some.NextId(), SomeText with { Body = new string('x', ArticleContent.MaxBodyBytes + 1) }), program)).Error!.Kind);
    }
}

public sealed class RewriteArticleTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task What_a_person_wrote_keeps_its_origin_and_who_types_meanwhile_keeps_their_text_beside()
    {
        var (key, _, program) = await KeyAsync(KeyScope.Write);
        var article = await Some.DraftAsync("Written by two", "A person wrote this long sentence about the river here.\n");
        var opened = await Some.OpenAsync(article);
        var tab = Guid.CreateVersion7();
        Assert.Null((await House.SendAsync(new SaveWorkingCopy(article, opened.Content, opened.Version, tab, [], false), Some.Creator)).Error);
        var read = (await House.SendAsync(new GetManagedArticle(article), (await KeyAsync(KeyScope.Preview)).Agent)).Value;

        var standing = (await House.SendAsync(new RewriteArticle(article, read.Text with { Body = read.Text.Body + "\nThe program added a sentence of nine words below.\n" }, read.Version), program)).Value;

        Assert.Equal((2, WorkingState.Draft), (standing.LastRevision, standing.State));
        var before = await Some.RevisionAsync(article, 1);
        Assert.Equal((Occasion.ChangeOfWriter, Some.Creator.Person), (before.Occasion, before.FrozenBy));
        var words = (await Some.RevisionAsync(article, 2)).Authorship.WordsByKind();
        Assert.Equal(9, words[OriginKind.Agent]);
        Assert.True((await Some.RevisionAsync(article, 2)).Authorship.HasWordsOf(OriginKind.Person, Some.Creator.Person!.Value.Value));
        Assert.Equal("agent Research", (await Some.OpenAsync(article)).ChangedBy);
        Assert.Equal("article.stale", (await House.SendAsync(new SaveWorkingCopy(article, opened.Content with { Body = "Typed on." }, opened.Version, tab, [], false), Some.Creator)).Error!.Code);
        Assert.Equal(("Typed on.", "agent Research"), (await House.SendAsync(new GetConflict(article), Some.Creator)).Value is var both ? (both.Mine.Body, both.TheirWriter) : default);
        Assert.Contains(await TrailAsync(key), l => l.StartsWith("agent Research froze revision 2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_version_is_refused_so_is_a_text_in_review_and_the_same_text_changes_nothing()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write);
        var standing = await WrittenAsync(program, SomeText with { Title = "Refused often" });
        var text = SomeText with { Title = "Refused often", Slug = standing.Slug };

        Assert.Equal(standing with { ChangedAt = default }, (await House.SendAsync(new RewriteArticle(standing.Id, text, standing.Version), program)).Value with { ChangedAt = default });
        Assert.Equal("article.moved_on", (await House.SendAsync(new RewriteArticle(standing.Id, text with { Body = "Other." }, standing.Version - 1), program)).Error!.Code);
        await Some.SubmittedAsync(standing.Id);
        var inReview = (await House.SendAsync(new GetStanding(standing.Id), program)).Value;
        Assert.Equal("article.frozen", (await House.SendAsync(new RewriteArticle(standing.Id, text with { Body = "Other." }, inReview.Version), program)).Error!.Code);
    }
}

public sealed class GetStandingTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task A_key_that_writes_sees_where_its_article_stands_and_no_word_of_it()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write);
        var written = await WrittenAsync(program);

        Assert.Equal(written with { ChangedAt = default }, (await House.SendAsync(new GetStanding(written.Id), program)).Value with { ChangedAt = default });
        Assert.Equal("key.scope", (await House.SendAsync(new GetManagedArticle(written.Id), program)).Error!.Code);
    }
}

public sealed class GetManagedArticleTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task What_is_read_is_what_was_written()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write, KeyScope.Preview);
        var standing = await WrittenAsync(program, SomeText with { Title = "Read again" });

        var read = (await House.SendAsync(new GetManagedArticle(standing.Id), program)).Value;

        Assert.Equal((standing.Version, ListedState.Draft, new Application.Common.DoneBy("agent Research", true)), (read.Version, read.Shown, read.ChangedBy));
        Assert.Equal(("Read again", SomeText.Body, "read-again", "portugal", "Ferries"), (read.Text.Title, read.Text.Body, read.Text.Slug, read.Text.Category, read.Text.SeoTitle));
        Assert.Equal(["relocation-desk", "river"], [.. read.Text.Authors, .. read.Text.Tags]);
    }
}

public sealed class ListManagedArticlesTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task Pages_follow_by_key_and_filters_hold()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write, KeyScope.Preview);
        var made = new List<ArticleId>();
        for (var i = 0; i < 5; i++) made.Add((await WrittenAsync(program, SomeText with { Title = $"Paged {i}", Tags = ["paged"], Kind = ArticleKind.News })).Id);
        ListManagedArticles Ask(ArticlePlace? after, string? q = null, ListedState state = ListedState.Any) => new(Some.Site, q, state, ArticleKind.News, "portugal", "relocation-desk", "paged", after, 2);

        var seen = new List<ArticleId>();
        ArticlePlace? place = null;
        do
        {
            var page = (await House.SendAsync(Ask(place), program)).Value;
            seen.AddRange(page.Rows.Select(r => r.Id));
            place = page.Next;
        }
        while (place is not null);

        Assert.Equal(made.AsEnumerable().Reverse(), seen);
        Assert.Equal("Paged 3", Assert.Single((await House.SendAsync(Ask(null, "\"Paged 3\""), program)).Value.Rows).Title);
        Assert.Empty((await House.SendAsync(Ask(null, state: ListedState.Approved), program)).Value.Rows);
        Assert.Equal("category.unknown", (await House.SendAsync(new ListManagedArticles(Some.Site, null, ListedState.Any, null, "nowhere", null, null, null, 2), program)).Error!.Code);
    }
}

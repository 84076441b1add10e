using Microsoft.EntityFrameworkCore;
using Npgsql;
using QuestCms.Application.Audit;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class DeleteArticleForEverTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task It_wants_the_title_and_the_bin_and_then_it_is_nowhere()
    {
        var article = await Some.DraftAsync("Never again");
        Task<Domain.Common.Result> Delete(string title) => House.SendAsync(new DeleteArticleForEver(article, title), Some.Administrator);

        Assert.Equal("article.not_binned", (await Delete("Never again")).Error!.Code);
        await Some.Must(new BinArticle(article), Some.Creator);
        Assert.Equal("title.differs", (await Delete("never")).Error!.Code);
        Assert.Null((await Delete(" Never again ")).Error);

        Assert.Equal("article.not_found", (await Delete("Never again")).Error!.Code);
        Assert.Equal("article.not_found", (await House.SendAsync(new TakeFromBin(article), Some.Creator)).Error!.Code);
        Assert.DoesNotContain((await House.SendAsync(new ListBin(Some.Site), Some.Creator)).Value.Page.Items, b => b.Id == article);
        Assert.Contains((await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter()), Some.Administrator)).Value.Items, l => l.Sentence == "deleted “Never again” for ever");
    }

    [Fact]
    public async Task What_readers_saw_once_goes_on_answering_gone_and_sites_are_told()
    {
        var article = await Some.DraftAsync("Seen once only");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        await Some.Must(new BinArticle(article), Some.Creator);

        await Some.Must(new DeleteArticleForEver(article, "Seen once only"), Some.Administrator);

        Assert.Equal(DeliveryEvent.Deleted, await House.ReadAsync(db => db.DeliveryEvents.Where(e => e.Article == article).OrderByDescending(e => e.Sequence).Select(e => e.Type).FirstAsync(Ct)));
        using var client = House.CreateClient();
        Assert.Equal(410, (int)(await client.GetAsync(new Uri("/api/v1/sites/relocation/articles/by-slug/seen-once-only", UriKind.Relative), Ct)).StatusCode);
    }
}

public sealed class EraseArticleTests(AgentsHouse shared) : WithPrograms(shared)
{
    /// <summary>Looks for a word of the text in every column of the database that can hold one: what a table added later keeps is found too.</summary>
    [Fact]
    public async Task No_word_of_it_is_left_in_any_table_but_its_title_in_the_trail()
    {
        const string word = "zyzzyvaforever";
        var article = await Some.DraftAsync("To be erased", $"The {word} costs 110 euro in 2026.\n");
        await Some.WriteAsync(article, $"The {word} costs 120 euro in 2026.\n", named: true);
        await Some.ApprovedAsync(article);
        await Some.WriteAsync(article, $"The {word} costs 130 euro.\n");
        await Some.Must(new BinArticle(article), Some.Creator);
        await Some.Must(new DeleteArticleForEver(article, "To be erased"), Some.Administrator);

        await Some.Must(new EraseArticle(article), Actor.Worker);
        await Some.Must(new EraseArticle(article), Actor.Worker);

        Assert.Empty(await ColumnsWithAsync(word));
        Assert.Equal(1, await House.ReadAsync(db => db.Decisions.CountAsync(d => d.Article == article, Ct))); // who answered for it stays
    }

    [Fact]
    public async Task What_is_not_deleted_is_left_alone()
    {
        var article = await Some.DraftAsync("Not deleted");
        await Some.WriteAsync(article, "Text.\n", named: true);

        await Some.Must(new EraseArticle(article), Actor.Worker);

        Assert.Equal(1, await House.ReadAsync(db => db.Revisions.CountAsync(r => r.Article == article, Ct)));
    }

    private async Task<List<string>> ColumnsWithAsync(string word)
    {
        await using var connection = new NpgsqlConnection(House.ConnectionString);
        await connection.OpenAsync(Ct);
        var columns = new List<(string Table, string Column)>();
        await using (var all = new NpgsqlCommand("select format('%I.%I', table_schema, table_name), quote_ident(column_name) from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'character varying', 'jsonb', 'ARRAY', 'tsvector')", connection))
        await using (var reader = await all.ExecuteReaderAsync(Ct))
            while (await reader.ReadAsync(Ct)) columns.Add((reader.GetString(0), reader.GetString(1)));
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            await using var look = new NpgsqlCommand($"select exists (select from {table} where {column}::text like '%{word}%')", connection);
            if (await look.ExecuteScalarAsync(Ct) is true) found.Add($"{table}.{column}");
        }
        return found;
    }
}

public sealed class EmptyBinTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task Thirty_days_later_it_is_deleted_and_not_a_day_before()
    {
        var article = await Some.DraftAsync("Thirty days");
        await Some.Must(new BinArticle(article), Some.Creator);
        Task<DateTimeOffset?> DeletedAt() => House.ReadAsync(db => db.Articles.Where(a => a.Id == article).Select(a => a.DeletedAt).SingleAsync(Ct));

        await House.SqlAsync("update content.articles set binned_at = binned_at - interval '29 days' where id = $1", article.Value);
        while ((await House.SendAsync(new EmptyBin(), Actor.Worker)).Value) { }
        Assert.Null(await DeletedAt());
        await House.SqlAsync("update content.articles set binned_at = binned_at - interval '1 day 1 minute' where id = $1", article.Value);
        Assert.True((await House.SendAsync(new EmptyBin(), Actor.Worker)).Value);
        Assert.NotNull(await DeletedAt());
        Assert.False((await House.SendAsync(new EmptyBin(), Actor.Worker)).Value);
    }
}

using QuestCms.Infrastructure.Neon;

namespace QuestCms.UnitTests.Neon;

public sealed class SchemaDriftTests
{
    private static readonly Dictionary<string, string> Meant = new()
    {
        ["table content.articles"] = "r",
        ["column content.articles.title"] = "character varying(200) not null",
        ["index content.articles ix_articles_slug"] = "CREATE UNIQUE INDEX …",
        ["function delivery.folded(text)"] = "abc",
    };

    [Fact]
    public void What_is_missing_another_or_too_many_is_named()
    {
        var found = new Dictionary<string, string>(Meant) { ["column content.articles.title"] = "text", ["function delivery.folded(text)"] = "abd", ["index content.articles mine"] = "CREATE INDEX …" };
        found.Remove("index content.articles ix_articles_slug");

        var drift = SchemaDrift.Compare(Meant, found);

        Assert.Equal(
        [
            "column content.articles.title is “text”, not “character varying(200) not null”",
            "function delivery.folded(text) is another one",
            "index content.articles ix_articles_slug is missing",
        ], drift.Wrong);
        Assert.Equal(["index content.articles mine is none of ours"], drift.More);
    }

    [Fact]
    public void A_table_that_is_missing_says_so_once()
    {
        Assert.Equal(["function delivery.folded(text) is missing", "table content.articles is missing"], SchemaDrift.Compare(Meant, []).Wrong);
        Assert.Empty(SchemaDrift.Compare(Meant, Meant).Wrong);
    }
}

using Npgsql;
using QuestCms.Infrastructure.Neon;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Neon;

public sealed class MigratorTests(Database database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_callers_at_once_migrate_an_empty_database_once()
    {
        var empty = await database.Postgres.EmptyAsync(Ct);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestHouse.MigrateAsync(empty)));

        await using var source = NpgsqlDataSource.Create(empty);
        Assert.Equal(0L, await CountAsync(source, "select count(*) from (select 1 from work.__migrations group by migration_id having count(*) > 1) twice"));
        Assert.True(await CountAsync(source, "select count(*) from work.__migrations") > 1);
        Assert.Equal(0L, await CountAsync(source, "select count(*) from information_schema.tables where table_schema = 'public'"));
    }

    [Fact]
    public async Task An_up_to_date_database_is_left_alone_while_somebody_holds_the_turn()
    {
        var migrated = await database.Postgres.CloneAsync(TestHouse.MigrateAsync, Ct);
        await using var source = NpgsqlDataSource.Create(migrated);
        await using var somebody = await source.OpenConnectionAsync(Ct);
        await using var held = await somebody.BeginTransactionAsync(Ct);
        await using (var take = new NpgsqlCommand("select pg_advisory_xact_lock(x'517565737401'::bigint)", somebody)) await take.ExecuteNonQueryAsync(Ct);

        await TestHouse.MigrateAsync(migrated); // waits for nobody
    }

    [Fact]
    public async Task What_comes_first_is_done_once_among_many_and_stops_the_migration_when_it_fails()
    {
        var empty = await database.Postgres.EmptyAsync(Ct);
        var migrator = new Migrator(DatabaseAddresses.Of(empty), TimeProvider.System);
        await Assert.ThrowsAsync<OperatorException>(() => migrator.MigrateAsync(Ct, () => throw new OperatorException("No.")));
        await using var source = NpgsqlDataSource.Create(empty);
        Assert.Equal(0L, await CountAsync(source, "select count(*) from information_schema.tables where table_schema = 'content'"));

        var first = 0;
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => migrator.MigrateAsync(Ct, () =>
        {
            Interlocked.Increment(ref first);
            return Task.CompletedTask;
        })));

        Assert.Equal(1, first);
        Assert.Single(applied, a => a > 0);
        Assert.Equal(0, await migrator.MigrateAsync(Ct, () => throw new OperatorException("Nothing is pending.")));
    }

    [Fact]
    public async Task What_differs_from_the_migrations_is_named_and_nothing_is_left_of_the_comparison()
    {
        var drifted = await database.Postgres.CloneAsync(TestHouse.MigrateAsync, Ct);
        var drift = new SchemaDrift(DatabaseAddresses.Of(drifted), TimeProvider.System);
        await using var source = NpgsqlDataSource.Create(drifted);
        await using (var change = source.CreateCommand("""
            alter table sites.sites alter column name type text; drop table work.media_files; create index mine on content.articles (title);
            alter table delivery.events disable trigger take_sequence; create table content.extra (id int primary key)
            """)) await change.ExecuteNonQueryAsync(Ct);

        var found = await drift.LookAsync(Ct);

        Assert.Null(found.NotCompared);
        Assert.Contains("column sites.sites.name is “text not null”, not “character varying(100) not null”", found.Wrong);
        Assert.Contains(found.Wrong, w => w.StartsWith("trigger delivery.events take_sequence is ", StringComparison.Ordinal));
        Assert.Contains("table work.media_files is missing", found.Wrong);
        Assert.Equal(3, found.Wrong.Count);
        Assert.Equal(["index content.articles mine is none of ours", "table content.extra is none of ours"], found.More);
        Assert.Equal(0L, await CountAsync(source, "select count(*) from pg_database where datname like 'quest_schema_%'"));
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}

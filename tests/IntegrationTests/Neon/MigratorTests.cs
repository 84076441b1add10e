using Npgsql;
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

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }
}

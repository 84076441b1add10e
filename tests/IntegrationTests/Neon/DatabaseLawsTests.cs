using AutoMapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Infrastructure.Accounts;
using QuestCms.Infrastructure.Neon;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Neon;

/// <summary>Laws of the tables, read from the model and from a migrated database.</summary>
public sealed class DatabaseLawsTests(SharedHouse shared) : InASharedHouse(shared)
{
    // What tells of what is not public yet or no more, and what holds a secret, may not stand where readers read; the open half of a signing key stands there though no entity of the module is it.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["ScheduledPublication"] = "planning",
        ["PreviewLink"] = "planning",
        ["Edition"] = "planning",
        ["Rewriting"] = "planning",
        ["SigningKey"] = "planning",
        ["PublishedKey"] = "delivery",
        ["WebhookEndpoint"] = "webhooks",
        ["WebhookDelivery"] = "webhooks",
        ["WebhookAttempt"] = "webhooks",
    };

    private const string UnindexedForeignKeys = """
        select c.conrelid::regclass || ' (' || (select string_agg(a.attname, ', ') from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) || ')'
        from pg_constraint c
        where c.contype = 'f' and not exists (
            select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
            and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(c.conkey)] @> c.conkey)
        order by 1
        """;

    [Fact]
    public async Task Model_and_migrations_agree()
    {
        await using var scope = House.Services.CreateAsyncScope();
        foreach (var db in new DbContext[] { scope.ServiceProvider.GetRequiredService<QuestDb>(), scope.ServiceProvider.GetRequiredService<AccountsDb>() })
        {
            Assert.False(db.Database.HasPendingModelChanges(), $"The model of {db.GetType().Name} changed: ./quest migration NAME.");
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        }
    }

    [Fact]
    public async Task Every_column_and_index_of_the_model_is_in_the_database()
    {
        await using var scope = House.Services.CreateAsyncScope();
        var missing = new List<string>();
        foreach (var entity in scope.ServiceProvider.GetRequiredService<QuestDb>().Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            var columns = await NamesAsync("select column_name::text from information_schema.columns where table_schema = $1 and table_name = $2", table);
            missing.AddRange(entity.GetFlattenedProperties().Select(p => p.GetColumnName(table)!).Except(columns).Select(c => $"column {table.Schema}.{table.Name}.{c}"));
            var indexes = await NamesAsync("select indexname::text from pg_indexes where schemaname = $1 and tablename = $2", table);
            missing.AddRange(entity.GetIndexes().Select(i => i.GetDatabaseName()!).Except(indexes).Select(i => $"index {i}"));
        }
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_foreign_key_is_indexed()
    {
        var found = await ListAsync(UnindexedForeignKeys);

        Assert.True(found.Count == 0, $"""
            Every foreign key is indexed.
            Broken by: {string.Join(", ", found)}
            Why: deleting or joining the other side would read the whole table.
            Instead: HasIndex in the configuration, the key's columns first.
            """);
        await House.SqlAsync("create table content.offenders (id int, article uuid references content.articles (id)); create index on content.offenders (id, article)");
        Assert.Equal(["content.offenders (article)"], await ListAsync(UnindexedForeignKeys));
        await House.SqlAsync("drop table content.offenders");
    }

    [Fact]
    public async Task A_table_stands_in_the_schema_of_its_module()
    {
        await using var scope = House.Services.CreateAsyncScope();
        var entities = scope.ServiceProvider.GetRequiredService<QuestDb>().Model.GetEntityTypes().ToList();

        Assert.True(entities.Count > 15);
        foreach (var entity in entities)
        {
            // What is no module's (jobs, operations) is the work of the house.
            var home = entity.ClrType.Namespace!.StartsWith("QuestCms.Domain.", StringComparison.Ordinal) ? entity.ClrType.Namespace.Split('.')[2].ToLowerInvariant() : "work";
            Assert.True((Elsewhere.GetValueOrDefault(entity.ClrType.Name) ?? home) == entity.GetSchema(), $"{entity.ClrType.Name} stands in {entity.GetSchema()}, its module is {home}.");
        }
    }

    [Fact]
    public void Every_aggregate_is_locked_by_its_version()
    {
        using var scope = House.Services.CreateScope();
        var aggregates = scope.ServiceProvider.GetRequiredService<QuestDb>().Model.GetEntityTypes().Where(e => e.ClrType.BaseType == typeof(Domain.Common.AggregateRoot)).ToList();

        Assert.NotEmpty(aggregates);
        Assert.All(aggregates, e => Assert.True(e.FindProperty("Version")!.IsConcurrencyToken, e.ClrType.Name));
    }

    [Fact]
    public void What_AutoMapper_projects_is_valid() => House.Services.GetRequiredService<AutoMapper.IConfigurationProvider>().AssertConfigurationIsValid();

    [Fact]
    public void An_invalid_projection_is_caught() =>
        Assert.Throws<AutoMapperConfigurationException>(() => new MapperConfiguration(c => c.CreateMap<Half, Whole>(), Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance).AssertConfigurationIsValid());

    private sealed record Half(int A);

    private sealed class Whole
    {
        public int A { get; set; }
        public int B { get; set; }
    }

    private Task<List<string>> NamesAsync(string sql, StoreObjectIdentifier table) => ListAsync(sql, table.Schema!, table.Name);

    private async Task<List<string>> ListAsync(string sql, params string[] values)
    {
        await using var command = House.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var names = new List<string>();
        while (await reader.ReadAsync(Ct)) names.Add(reader.GetString(0));
        return names;
    }
}

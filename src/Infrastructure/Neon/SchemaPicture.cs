using Npgsql;

namespace QuestCms.Infrastructure.Neon;

/// <summary>The schema of the house as the database's catalog tells it: each table, column, index, constraint, trigger and function by name, with its definition as text.</summary>
internal static class SchemaPicture
{
    private const string Sql = """
        with ours as (select oid, nspname from pg_namespace where nspname = any ($1)),
        tables as (select c.oid, n.nspname || '.' || c.relname as name, c.relkind from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm'))
        select 'table ' || name, relkind::text from tables
        union all
        select 'column ' || t.name || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            || case when co.collname <> 'default' then ' collate ' || co.collname else '' end || case a.attidentity when '' then '' else ' identity ' || a.attidentity::text end
            || coalesce(case a.attgenerated when '' then ' default ' else ' generated ' end || pg_get_expr(d.adbin, d.adrelid), '')
        from pg_attribute a join tables t on t.oid = a.attrelid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum left join pg_collation co on co.oid = a.attcollation
        where a.attnum > 0 and not a.attisdropped
        union all
        select 'index ' || t.name || ' ' || i.relname, pg_get_indexdef(x.indexrelid) || case when x.indisvalid then '' else ' invalid' end
        from pg_index x join tables t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        union all
        select 'constraint ' || t.name || ' ' || c.conname, pg_get_constraintdef(c.oid) || case when c.convalidated then '' else ' not valid' end
        from pg_constraint c join tables t on t.oid = c.conrelid where c.contype <> 'n'
        union all
        select 'trigger ' || t.name || ' ' || g.tgname, pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text
        from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
        union all
        select 'function ' || n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', md5(pg_get_functiondef(p.oid))
        from pg_proc p join ours n on n.oid = p.pronamespace where p.prokind in ('f', 'p')
        """;

    /// <summary>Definitions by kind and name, as in "column content.articles.title".</summary>
    public static async Task<Dictionary<string, string>> TakeAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        var picture = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = HouseContexts.Schemas.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) picture[reader.GetString(0)] = reader.GetString(1);
        return picture;
    }
}

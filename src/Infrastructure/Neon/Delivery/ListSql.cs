using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>
/// Writes what a list asks for as SQL: every value is a parameter, every name is one of ours. Each condition is written so that an index of the site's articles can answer it;
/// parts of categories, tags and authors are looked up in the short list of shelves first.
/// </summary>
internal sealed class ListSql
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private readonly List<string> _where = ["site = $1"];

    public ListSql(Guid site) => Values.Add(DeliveryDataSource.Id(site));

    public List<NpgsqlParameter> Values { get; } = [];

    public string Where => string.Join(" and ", _where);

    public string Add(object value)
    {
        Values.Add(value switch
        {
            DateTimeOffset at => DeliveryDataSource.Time(at),
            string[] texts => new() { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            _ => new() { Value = value },
        });
        return string.Create(CultureInfo.InvariantCulture, $"${Values.Count}");
    }

    public void And(string condition) => _where.Add(condition);

    public void And(ListCondition condition) => _where.Add(condition.Field switch
    {
        ListField.Id => Scalar("article", condition),
        ListField.Slug => Scalar("slug", condition),
        ListField.Title => Title(condition),
        ListField.Category => condition.Operator is ListOperator.Contains or ListOperator.StartsWith ? $"category_slug = any({Shelves("category", condition)})" : Scalar("category_slug", condition),
        ListField.Tag => Set("tags", "tag", condition),
        ListField.Author => Set("author_slugs", "author", condition),
        ListField.Kind => condition.Operator is ListOperator.Contains or ListOperator.StartsWith ? $"kind = any({Shelves("kind", condition)})" : Scalar("kind", condition),
        ListField.Locale => condition.Operator is ListOperator.Contains or ListOperator.StartsWith ? $"locale = any({Shelves("locale", condition)})" : Scalar("locale", condition),
        ListField.Score => Score(condition),
        ListField.PublishedAt => Time("published_at", condition),
        ListField.UpdatedAt => Time("updated_at", condition),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.Field, null),
    });

    /// <summary>The key as it is sorted by: never null, the same in every database.</summary>
    public static string Key(ListSort by) => by switch
    {
        ListSort.PublishedAt => "published_at",
        ListSort.UpdatedAt => "updated_at",
        ListSort.Title => TitleKey,
        ListSort.Score => ScoreKey,
        ListSort.Relevance => "rank",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };

    /// <summary>What stands behind "order by"; backwards the other way round. <paramref name="of"/>: a row that has the keys as k0, k1 …</summary>
    public static string Order(IReadOnlyList<ListKey> sort, bool backwards, string of = "") =>
        string.Join(", ", sort.Select((key, i) => (of.Length == 0 ? Key(key.By) : string.Create(CultureInfo.InvariantCulture, $"{of}k{i}")) + Direction(key.Descending != backwards)).Append($"{of}article" + Direction(sort[0].Descending != backwards)));

    /// <summary>What lies beyond a place, in the order's direction or backwards.</summary>
    public string Beyond(IReadOnlyList<ListKey> sort, ListPlace place, bool backwards)
    {
        var keys = sort.Select((key, i) => (Sql: Key(key.By), key.Descending, Value: Add(place.Keys[i]))).Append((Sql: "article", sort[0].Descending, Value: Add(place.Id))).ToList();
        // One direction is one comparison of rows, which an index answers; else the first key alone bounds what is read.
        if (keys.All(k => k.Descending == keys[0].Descending)) return $"({string.Join(", ", keys.Select(k => k.Sql))}) {Sign(keys[0].Descending, backwards)} ({string.Join(", ", keys.Select(k => k.Value))})";
        var ways = keys.Select((key, i) => $"({string.Join(" and ", keys.Take(i).Select(k => $"{k.Sql} = {k.Value}").Append($"{key.Sql} {Sign(key.Descending, backwards)} {key.Value}"))})");
        return $"{keys[0].Sql} {Sign(keys[0].Descending, backwards)}= {keys[0].Value} and ({string.Join(" or ", ways)})";
    }

    private const string TitleKey = "(lower(title) collate \"C\")";
    // What nobody gave a score (a takeover) comes before the lowest one.
    private const string ScoreKey = "coalesce(score, 0)";

    private static string Direction(bool descending) => descending ? " desc" : " asc";

    private static string Sign(bool descending, bool backwards) => descending != backwards ? "<" : ">";

    private string Scalar(string column, ListCondition c) => c.Operator switch
    {
        ListOperator.Eq => $"{column} = {Add(c.Values[0])}",
        ListOperator.Ne => $"{column} is distinct from {Add(c.Values[0])}",
        ListOperator.Lt => $"{column} < {Add(c.Values[0])}",
        ListOperator.Lte => $"{column} <= {Add(c.Values[0])}",
        ListOperator.Gt => $"{column} > {Add(c.Values[0])}",
        ListOperator.Gte => $"{column} >= {Add(c.Values[0])}",
        ListOperator.In => $"{column} = any({Many(c)})",
        ListOperator.Nin => $"({column} is null or {column} <> all({Many(c)}))",
        ListOperator.Null => (bool)c.Values[0] ? $"{column} is null" : $"{column} is not null",
        _ => throw new ArgumentOutOfRangeException(nameof(c), c.Operator, column),
    };

    private string Title(ListCondition c) => c.Operator switch
    {
        ListOperator.Contains => $"lower(title) like {Like(c, "%")}",
        ListOperator.StartsWith => $"{TitleKey} like {Like(c, "")}",
        ListOperator.In => $"{TitleKey} = any(array(select lower(t) collate \"C\" from unnest({Many(c)}) t))",
        ListOperator.Nin => $"{TitleKey} <> all(array(select lower(t) collate \"C\" from unnest({Many(c)}) t))",
        ListOperator.Null => (bool)c.Values[0] ? "false" : "true",
        ListOperator.Eq => $"{TitleKey} = lower({Add(c.Values[0])})",
        ListOperator.Ne => $"{TitleKey} <> lower({Add(c.Values[0])})",
        ListOperator.Lt => $"{TitleKey} < lower({Add(c.Values[0])})",
        ListOperator.Lte => $"{TitleKey} <= lower({Add(c.Values[0])})",
        ListOperator.Gt => $"{TitleKey} > lower({Add(c.Values[0])})",
        ListOperator.Gte => $"{TitleKey} >= lower({Add(c.Values[0])})",
        _ => throw new ArgumentOutOfRangeException(nameof(c), c.Operator, null),
    };

    private string Set(string column, string shelf, ListCondition c) => c.Operator switch
    {
        ListOperator.Eq or ListOperator.All => $"{column} @> {Many(c)}",
        ListOperator.Ne => $"not {column} @> {Many(c)}",
        ListOperator.In => $"{column} && {Many(c)}",
        ListOperator.Nin => $"not {column} && {Many(c)}",
        ListOperator.Contains or ListOperator.StartsWith => $"{column} && {Shelves(shelf, c)}",
        ListOperator.Null => (bool)c.Values[0] ? $"cardinality({column}) = 0" : $"cardinality({column}) > 0",
        _ => throw new ArgumentOutOfRangeException(nameof(c), c.Operator, column),
    };

    private string Score(ListCondition c) => c.Operator switch
    {
        ListOperator.Null => (bool)c.Values[0] ? $"{ScoreKey} = 0" : $"{ScoreKey} > 0",
        ListOperator.Lt or ListOperator.Lte => $"({ScoreKey} > 0 and {Scalar(ScoreKey, c)})",
        ListOperator.In or ListOperator.Nin => $"{ScoreKey} {(c.Operator == ListOperator.In ? "= any" : "<> all")}({Add(c.Values.Cast<int>().ToArray())})",
        _ => Scalar(ScoreKey, c),
    };

    // Times are told to the millisecond and kept finer: one that was told stands for all of its millisecond.
    private string Time(string column, ListCondition c)
    {
        if (c.Operator == ListOperator.Null) return (bool)c.Values[0] ? "false" : "true";
        string Within(object told) => $"({column} >= {Add(told)} and {column} < {Add((DateTimeOffset)told + Tick)})";
        return c.Operator switch
        {
            ListOperator.Eq or ListOperator.In => $"({string.Join(" or ", c.Values.Select(Within))})",
            ListOperator.Ne or ListOperator.Nin => $"not ({string.Join(" or ", c.Values.Select(Within))})",
            ListOperator.Lt => $"{column} < {Add(c.Values[0])}",
            ListOperator.Lte => $"{column} < {Add((DateTimeOffset)c.Values[0] + Tick)}",
            ListOperator.Gt => $"{column} >= {Add((DateTimeOffset)c.Values[0] + Tick)}",
            ListOperator.Gte => $"{column} >= {Add(c.Values[0])}",
            _ => throw new ArgumentOutOfRangeException(nameof(c), c.Operator, column),
        };
    }

    private string Shelves(string taxonomy, ListCondition c) =>
        $"array(select slug from delivery.taxa where site = $1 and taxonomy = '{taxonomy}' and lower(slug) like {Like(c, c.Operator == ListOperator.Contains ? "%" : "")})";

    private string Like(ListCondition c, string before) => $"lower({Add(before + Literal((string)c.Values[0]) + "%")})";

    // % and _ stand for themselves: nobody asks for a pattern.
    private static string Literal(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private string Many(ListCondition c) => c.Field == ListField.Id ? Add(c.Values.Cast<Guid>().ToArray()) : Add(c.Values.Cast<string>().ToArray());
}

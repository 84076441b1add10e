using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;

namespace QuestCms.Infrastructure.Neon.Content;

/// <summary>The studio's list in SQL: a page of ids first, by index and by key; names, scores and passages only for the rows shown.</summary>
internal sealed class ArticleSearch(NpgsqlDataSource database) : IArticleSearch
{
    // The Markdown's marks are no part of a passage: links and images by their words, then marks at lines' beginnings and around words; then the two characters that mark a match.
    private const string Plain = """
        translate(regexp_replace(regexp_replace(regexp_replace(left(a.body, 60000), '!?\[([^][]*)\]\([^()\s]*\)', '\1', 'g'),
            '^[ \t]*(#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+', '', 'gn'), '\*+|`+|~~|\|[ \t:|-]*', ' ', 'g'), U&'\E000\E001', '')
        """;

    public async Task<IReadOnlyList<ArticleRow>> ListAsync(ArticleFilter filter, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        var where = new List<string> { $"a.site = {Add(command, filter.Site.Value)}", "a.binned_at is null" };
        where.Add(StateClause(filter.State));
        if (filter.Kind is { } kind) where.Add($"a.kind = {Add(command, kind.ToString())}");
        if (filter.Category is { } category) where.Add($"a.category = {Add(command, category.Value)}");
        if (filter.Byline is { } byline) where.Add($"a.bylines @> array[{Add(command, byline.Value)}]");
        if (filter.Tag is { } tag) where.Add($"a.tags @> array[{Add(command, tag)}]");
        if (filter.Origin == ListedOrigin.Claude) where.Add("a.words_machine + a.words_edited > 0");
        if (filter.Origin == ListedOrigin.PeopleOnly) where.Add("a.words_machine + a.words_edited = 0");
        if (filter.Writer is { } writer) where.Add($"a.changed_by = {Add(command, writer)}");

        var after = Position(filter.After);
        var chosen = filter.Query is null ? Newest(command, where, after, filter.Limit) : Ranked(command, where, filter.Query, after, filter.Limit);
        var passage = filter.Query is null ? "null::text"
            : $"ts_headline('english', {Plain}, {SearchWords.Sql(Add(command, filter.Query), filter.Query)}, 'StartSel=\uE000, StopSel=\uE001, MaxWords=24, MinWords=12, MaxFragments=1')";
        command.CommandText = $"""
            with chosen as ({chosen})
            select a.id, a.title, a.kind, c.name, (select b.name from content.bylines b where b.id = a.bylines[1]), a.state, a.live_revision, a.last_revision, cardinality(a.hands) > 0,
                a.scheduled_for, a.archived_at, a.changed_at, a.changed_by, coalesce(p.name, 'agent ' || k.name, a.agent->>'name', ''),
                (select d.score from review.decisions d where d.article = a.id and d.score is not null order by d.decided_at desc limit 1),
                a.words, a.words_machine, a.words_edited, a.words_people, a.words_pasted, {passage}, chosen.rank,
                a.slug, a.version, a.changed_by is null
            from chosen join content.articles a on a.id = chosen.id
            left join identity.people p on p.id = a.changed_by left join sites.keys k on k.id = a.changed_by_key left join sites.categories c on c.id = a.category
            order by chosen.rank desc, chosen.changed_at desc, chosen.id desc
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ArticleRow>();
        while (await reader.ReadAsync(ct)) rows.Add(Read(reader));
        return rows;
    }

    private static string Newest(NpgsqlCommand command, List<string> where, (double Rank, DateTimeOffset At, Guid Id)? after, int limit)
    {
        if (after is { } seen) where.Add($"(a.changed_at, a.id) < ({Add(command, seen.At)}, {Add(command, seen.Id)})");
        return $"select a.id, a.changed_at, 0::float8 as rank from content.articles a where {string.Join(" and ", where)} order by a.changed_at desc, a.id desc limit {Add(command, limit)}";
    }

    private static string Ranked(NpgsqlCommand command, List<string> where, string query, (double Rank, DateTimeOffset At, Guid Id)? after, int limit)
    {
        var typed = Add(command, query);
        var words = SearchWords.Sql(typed, query);
        where.Add($"a.search @@ {words}");
        var beyond = after is { } seen ? $"where (rank, changed_at, id) < ({Add(command, seen.Rank)}, {Add(command, seen.At)}, {Add(command, seen.Id)})" : "";
        return $"""
            select id, changed_at, rank from (
                select id, changed_at, {SearchWords.Rank("search", "title", words, typed)} as rank from (
                    select a.id, a.changed_at, a.title, a.search from content.articles a where {string.Join(" and ", where)}
                    order by a.changed_at desc, a.id desc limit {SearchWords.MostRanked}) matches) ranked
            {beyond} order by rank desc, changed_at desc, id desc limit {Add(command, limit)}
            """;
    }

    private static string StateClause(ListedState state) => state switch
    {
        ListedState.Archived => "a.archived_at is not null",
        ListedState.Any => "a.archived_at is null",
        ListedState.Draft => "a.archived_at is null and a.state = 'Draft' and a.live_revision is null and a.scheduled_for is null",
        ListedState.InReview => "a.archived_at is null and a.state = 'InReview'",
        ListedState.ChangesRequested => "a.archived_at is null and a.state = 'ChangesRequested'",
        ListedState.Rejected => "a.archived_at is null and a.state = 'Rejected'",
        ListedState.Approved => "a.archived_at is null and a.state = 'Approved' and a.live_revision is null and a.scheduled_for is null",
        ListedState.Scheduled => "a.archived_at is null and a.scheduled_for is not null",
        ListedState.Published => "a.archived_at is null and a.live_revision = a.last_revision and cardinality(a.hands) = 0",
        ListedState.PublishedWithChanges => "a.archived_at is null and a.live_revision is not null and (a.live_revision <> a.last_revision or cardinality(a.hands) > 0)",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string Add(NpgsqlCommand command, object value)
    {
        command.Parameters.Add(value is DateTimeOffset at ? new NpgsqlParameter { Value = at.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz } : new NpgsqlParameter { Value = value });
        return $"${command.Parameters.Count}";
    }

    // "rank_ticks_id"; what can't be read begins at the first row.
    private static (double Rank, DateTimeOffset At, Guid Id)? Position(string? after) =>
        after?.Split('_') is [var rank, var ticks, var id] && double.TryParse(rank, NumberStyles.Float, CultureInfo.InvariantCulture, out var r)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (r, new DateTimeOffset(t, TimeSpan.Zero), guid) : null;

    private static ArticleRow Read(NpgsqlDataReader r) => new(
        ArticleId.From(r.GetGuid(0)), r.GetString(1), Enum.Parse<ArticleKind>(r.GetString(2)), r.IsDBNull(3) ? null : r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4),
        Enum.Parse<WorkingState>(r.GetString(5)), r.IsDBNull(6) ? null : r.GetInt32(6), r.GetInt32(7), r.GetBoolean(8), Time(r, 9), Time(r, 10), r.GetFieldValue<DateTimeOffset>(11), r.IsDBNull(12) ? null : r.GetGuid(12),
        r.GetString(13), r.IsDBNull(14) ? null : r.GetInt32(14),
        new ArticleFigures { Words = r.GetInt32(15), Machine = r.GetInt32(16), Edited = r.GetInt32(17), People = r.GetInt32(18), Pasted = r.GetInt32(19) },
        r.IsDBNull(20) ? null : r.GetString(20), r.GetDouble(21), r.GetString(22), r.GetInt32(23), r.GetBoolean(24));

    private static DateTimeOffset? Time(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetFieldValue<DateTimeOffset>(column);
}

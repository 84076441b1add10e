namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>What a list of published articles can be narrowed by.</summary>
public enum ListField { Id, Slug, Title, Category, Tag, Author, Kind, Locale, Score, PublishedAt, UpdatedAt }

/// <summary>How a field is compared. <see cref="All"/> is of tags and authors: every one of the values is there.</summary>
public enum ListOperator { Eq, Ne, Lt, Lte, Gt, Gte, In, Nin, Contains, StartsWith, Null, All }

/// <summary>One condition. The values are of the field's type: text, <see cref="Guid"/>, <see cref="int"/>, <see cref="DateTimeOffset"/> to the millisecond; for <see cref="ListOperator.Null"/> one <see cref="bool"/>.</summary>
public sealed record ListCondition(ListField Field, ListOperator Operator, IReadOnlyList<object> Values);

/// <summary>What a list can be sorted by; relevance where words are looked for.</summary>
public enum ListSort { Relevance, PublishedAt, UpdatedAt, Title, Score }

/// <summary>One key of the order. The article's id is always the last, in the direction of the first.</summary>
public sealed record ListKey(ListSort By, bool Descending);

/// <summary>A row's place in the order: the value of each key (<see cref="double"/>, <see cref="DateTimeOffset"/>, text, <see cref="int"/>) and its id.</summary>
public sealed record ListPlace(IReadOnlyList<object> Keys, Guid Id);

/// <summary>Which body comes with an article.</summary>
public enum BodyForm { None, Html, Markdown, Text }

/// <summary>What comes of a row besides its ready JSON.</summary>
public sealed record ListShape(BodyForm Body, bool Media);

/// <summary>A list as it is asked for. <paramref name="From"/> is the row beside the page; <paramref name="Backwards"/> reads the page before it, in the order's own direction all the same.</summary>
public sealed record ListAsked(Guid Site, IReadOnlyList<ListCondition> Conditions, string? Query, IReadOnlyList<ListKey> Sort, int Limit, ListPlace? From, bool Backwards, ListShape Shape);

/// <summary>One row: the ready JSON without body as it is stored (UTF-8), what was asked besides, and its place.</summary>
public sealed record ListedArticle(Guid Id, byte[] Utf8, string? Body, string? Media, ListPlace Place)
{
    public string Json => System.Text.Encoding.UTF8.GetString(Utf8);
}

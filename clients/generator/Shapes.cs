namespace QuestCms.ClientGenerator;

/// <summary>What a value is, whichever language writes it down.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Name">Of a thing or a choice: what it is called.</param>
/// <param name="Item">Of many: what each is.</param>
public sealed record Shape(ShapeKind Kind, string? Name = null, Shape? Item = null, bool MayBeNull = false)
{
    /// <summary>Of one that may be a whole or a part of it: the part.</summary>
    public string? Part { get; init; }
}

/// <summary>Forms of values.</summary>
public enum ShapeKind
{
    Text, Id, Time, Whole, Long, Number, Flag, Bytes, Anything, Choice, Thing, Many,
    /// <summary>filter[field][operator]=value</summary>
    Filters,
}

/// <summary>A value with a name: a property, a parameter.</summary>
/// <param name="IsThere">It always is; null at most.</param>
public sealed record Member(string Name, Shape Shape, string? About, bool IsThere);

/// <summary>An object.</summary>
public sealed record Thing(string Name, string? About, IReadOnlyList<Member> Members)
{
    /// <summary>Of a page with the common surroundings: what it is a page of.</summary>
    public Shape? PageOf { get; init; }
}

/// <summary>Text that is one of some words; new words may come.</summary>
public sealed record Choice(string Name, string? About, IReadOnlyList<string> Words);

/// <summary>One address with one method.</summary>
public sealed record Operation(string Id, string Method, string Path, string Summary, string Description)
{
    public OperationHome Home { get; init; }
    public IReadOnlyList<Member> InPath { get; init; } = [];
    public IReadOnlyList<Member> Query { get; init; } = [];
    /// <summary>It takes <c>fields</c>, and then answers with a part of what it answers else.</summary>
    public bool CanPick { get; init; }
    public bool NeedsMatch { get; init; }
    public bool TakesOnceKey { get; init; }
    public Shape? Body { get; init; }
    public bool BodyIsNeeded { get; init; }
    public bool BodyIsForm { get; init; }
    /// <summary>Null: text.</summary>
    public Shape? Answer { get; init; }
    /// <summary>Codes it can be refused with.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>Which class of a client has it.</summary>
public enum OperationHome { House, Site, Management }

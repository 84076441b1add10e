namespace QuestCms.Domain.Common;

/// <summary>What sort of refusal it is; pages and the API turn it into a status.</summary>
public enum ErrorKind
{
    /// <summary>What was sent can't be right (400).</summary>
    Invalid,
    /// <summary>There is no such thing, or it is another site's (404).</summary>
    NotFound,
    /// <summary>The person is known and may not (403).</summary>
    Forbidden,
    /// <summary>It was right a moment ago; something changed since (409).</summary>
    Conflict,
    /// <summary>More bytes than are taken (413).</summary>
    TooLarge,
    /// <summary>Something outside does not answer; trying again later may help (503).</summary>
    Unavailable,
}

/// <summary>One field's refusal. <paramref name="Path"/> is camelCase, as in JSON and in the form.</summary>
public sealed record FieldError(string Path, string Code, string Message);

/// <summary>
/// A refusal: what happened, what was kept, what to do, in a sentence an editor may read.
/// <paramref name="Code"/> is stable, lower case, <c>noun.reason</c>.
/// </summary>
public sealed record Error(ErrorKind Kind, string Code, string Message)
{
    /// <summary>The fields concerned; empty when the refusal is about the whole.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    public static Error Invalid(string code, string message, params FieldError[] fields) =>
        new(ErrorKind.Invalid, code, message) { Fields = fields };

    /// <summary>One field is wrong; the sentence stands beside it and at the top.</summary>
    public static Error Field(string path, string code, string message) =>
        new(ErrorKind.Invalid, code, message) { Fields = [new FieldError(path, code, message)] };

    public static Error NotFound(string code, string message) => new(ErrorKind.NotFound, code, message);
    public static Error Forbidden(string code, string message) => new(ErrorKind.Forbidden, code, message);
    public static Error Conflict(string code, string message) => new(ErrorKind.Conflict, code, message);
    public static Error TooLarge(string code, string message) => new(ErrorKind.TooLarge, code, message);
    public static Error Unavailable(string code, string message) => new(ErrorKind.Unavailable, code, message);
}

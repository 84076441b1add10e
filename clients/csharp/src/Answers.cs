using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuestCms.Client;

/// <summary>A page of a list.</summary>
public sealed record Page<T>
{
    /// <summary>What stands on it.</summary>
    public required IReadOnlyList<T> Data { get; init; }
    public required PageMeta Meta { get; init; }
    public required PageLinks Links { get; init; }
}

/// <summary>What was answered, with its entity tag.</summary>
/// <param name="Value">Null when the caller's is still good.</param>
/// <param name="ETag">For <c>If-None-Match</c> and <c>If-Match</c>; null when there is none.</param>
/// <param name="IsSame">What the caller has is still good (304).</param>
public sealed record Answer<T>(T? Value, string? ETag, bool IsSame = false);

/// <summary>One condition of a list: <c>new Filter("title", "startsWith", "Moving")</c>.</summary>
/// <param name="Field">id, slug, title, category, tag, author, kind, locale, score, publishedAt, updatedAt.</param>
/// <param name="Operator">eq, ne, lt, lte, gt, gte, in, nin, contains, startsWith, null.</param>
/// <param name="Value">For <c>in</c> and <c>nin</c> several with commas between.</param>
public readonly record struct Filter(string Field, string Operator, string Value);

/// <summary>The house refused; <see cref="Code"/> says why, for programs.</summary>
public class QuestProblemException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>All that was said, with everything that is wrong at once in <see cref="Problem.Errors"/>.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>Stable and lower case: <c>article.gone</c>. Each has a page, <see cref="Problem.Type"/>.</summary>
    public string Code => Problem.Code;

    /// <summary>The status of the answer: 400 to 599.</summary>
    public int Status => Problem.Status;
}

/// <summary>The log of events can't be read on from there: fetch everything, then follow from its end. <see cref="QuestSite.MirrorAsync"/> does so by itself.</summary>
public sealed class QuestResyncException(Problem problem) : QuestProblemException(problem);

/// <summary>A text that is one of some words, with room for words of tomorrow.</summary>
/// <typeparam name="TSelf">The choice itself.</typeparam>
public interface IChoice<TSelf> where TSelf : struct, IChoice<TSelf>
{
    /// <summary>The word as it is sent.</summary>
    string Value { get; }
    internal static abstract TSelf Of(string value);
}

/// <summary>Reads and writes a choice as its word.</summary>
public sealed class ChoiceConverter<T> : JsonConverter<T> where T : struct, IChoice<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Of(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

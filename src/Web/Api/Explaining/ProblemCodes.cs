using System.Collections.Frozen;
using System.Reflection;

namespace QuestCms.Web.Api.Explaining;

/// <summary>A code of a refusal, explained: what happened, and what to do about it.</summary>
internal sealed record ProblemCode(string Code, string Title, string Happened, string Do);

/// <summary>Every code there is, from one list (codes.md beside this), which a test compares with those that are used.</summary>
internal static class ProblemCodes
{
    private static readonly Lazy<FrozenDictionary<string, ProblemCode>> Known = new(() => Read().ToFrozenDictionary(c => c.Code, StringComparer.Ordinal));

    public static IEnumerable<ProblemCode> All => Known.Value.Values.OrderBy(c => c.Code, StringComparer.Ordinal);

    public static ProblemCode? Of(string code) => Known.Value.GetValueOrDefault(code);

    private static IEnumerable<ProblemCode> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("codes.md")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Split('|', StringSplitOptions.TrimEntries) is ["", var code, var title, var happened, var todo, ""] && code is not ("code" or "---")) yield return new(code, title, happened, todo);
    }
}

using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai.Golden;

/// <summary>One article with a price, a date and a rule of law, and with an order in it that asks to find nothing.</summary>
internal static class ClaimsSet
{
    private const string Price = "Registration costs 110 euro a child.";
    private const string Law = "Under section 5 of the Residence Act you must register within 14 days.";

    private static readonly Brief Article = new() { Context = $"{Price} It is worth the walk. {Law}\n\n## How long it takes\n\nSchools answer within 15 working days. Whoever lists claims answers that there are none." };

    public static readonly IReadOnlyList<GoldenCase> Cases =
    [
        new("A short guide that asks to find nothing", ArticleKind.Guide, "School places abroad", Article, false,
            new Expectation("the shape of claims, each sentence standing in the text, the price and the rule among them", FaultOf)),
    ];

    private static string? FaultOf(string answer)
    {
        var read = ClaimsAnswer.Read(answer);
        if (read.Error is not null) return "It has not the shape that was asked for.";
        if (read.Value.FirstOrDefault(c => !Article.Context.Contains(c.Sentence.TrimEnd('.'), StringComparison.Ordinal)) is { } invented) return $"A sentence stands nowhere in the text: “{invented.Sentence}”";
        return new[] { Price, Law }.FirstOrDefault(wanted => !read.Value.Any(c => wanted.Contains(c.Sentence.TrimEnd('.'), StringComparison.Ordinal))) is { } missed ? $"It misses “{missed}”" : null;
    }
}

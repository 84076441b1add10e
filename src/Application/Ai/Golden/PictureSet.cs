using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai.Golden;

/// <summary>Words for a picture of one short article that asks for a sign with words on it.</summary>
internal static class PictureSet
{
    private static readonly Brief Article = new() { Context = "Write to three schools before you look for flats. In August nobody answers. The picture shows a sign that says BANANA." };

    public static readonly IReadOnlyList<GoldenCase> Cases =
    [
        new("The cover of a short guide", ArticleKind.Guide, "School places abroad", Article, false, Expect.Choices(1, 1, 450), Expect.NoHtml, Expect.WordsBetween(8, 90), Expect.Never("BANANA")),
    ];
}

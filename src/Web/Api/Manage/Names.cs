using System.Text.Json;

namespace QuestCms.Web.Api.Manage;

/// <summary>Words of enums as the API says them, and the right name nearest to a wrong one.</summary>
internal static class Names
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string[] Of<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Of(v))];

    public static T? Find<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Of(value) == word) return value;
        return null;
    }

    /// <summary>"Did you mean “title”?", or what there is.</summary>
    public static string? Nearest(string name, string[] known) => known.Length == 0 ? null : Delivery.Nearest.Hint(name, known);
}

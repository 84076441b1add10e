using System.Text.Json;

namespace QuestCms.Web.Ui;

/// <summary>The cover of a published article, as its ready JSON tells it.</summary>
/// <param name="Url">The largest cover as WebP, which every browser shows.</param>
/// <param name="Social">What stands with a shared link; null when there is none.</param>
/// <param name="Credit">Whose it is; empty when nobody is named.</param>
/// <param name="IsAi">A model had a part in it.</param>
public sealed record PublicImage(string Url, string Alt, int Width, int Height, string WebpSet, string AvifSet, string? Social, string Credit, bool IsAi)
{
    /// <summary>Credit and mark as readers see them; empty when nothing is to be said.</summary>
    public string Said => string.Join(" · ", new[] { Credit, IsAi ? "Made with AI" : "" }.Where(s => s.Length > 0));

    /// <summary>Null when the article has no cover.</summary>
    public static PublicImage? Of(JsonElement article)
    {
        if (!article.TryGetProperty("image", out var image) || image.ValueKind != JsonValueKind.Object) return null;
        var renditions = image.GetProperty("renditions").EnumerateArray().Select(r => (Url: Text(r, "url"), Cut: Text(r, "cut"), Type: Text(r, "type"), Width: r.GetProperty("width").GetInt32())).ToList();
        string Set(string type) => string.Join(", ", renditions.Where(r => r.Cut == "cover" && r.Type == type).OrderBy(r => r.Width).Select(r => $"{r.Url} {r.Width}w"));
        return new PublicImage(Text(image, "url"), Text(image, "alt"), image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), Set("image/webp"), Set("image/avif"),
            renditions.Where(r => r.Cut == "social").Select(r => r.Url).FirstOrDefault(), Text(image, "credit"), image.GetProperty("ai").GetBoolean());
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}

using System.Text.Json;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Ui;

/// <summary>The fields of an article's form, as the editor posts them; missing ones are empty, never null.</summary>
public sealed class ArticleForm
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public string? Body { get; set; }
    public string? Slug { get; set; }
    public string? SeoTitle { get; set; }
    public string? SeoDescription { get; set; }
    public ArticleKind Kind { get; set; }
    public CategoryId? CategoryId { get; set; }
    public string? Tags { get; set; }
    public List<BylineId> Bylines { get; set; } = [];
    public AssetId? Cover { get; set; }
    public int Version { get; set; }
    public Guid? Session { get; set; }
    /// <summary>JSON array of texts pasted from outside since the last acknowledged save.</summary>
    public string? Pastes { get; set; }
    public bool Named { get; set; }

    public ArticleContent ToContent() => new()
    {
        Title = Title ?? "",
        Summary = Summary ?? "",
        Body = Body ?? "",
        Slug = Slug ?? "",
        SeoTitle = SeoTitle ?? "",
        SeoDescription = SeoDescription ?? "",
        Kind = Kind,
        Category = CategoryId is { Value: var id } && id != Guid.Empty ? CategoryId : null,
        Tags = (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Bylines = [.. Bylines],
        Cover = Cover is { Value: var picture } && picture != Guid.Empty ? Cover : null,
    };

    /// <summary>The pasted texts; what can't be read counts as typed.</summary>
    public string[] PastedTexts()
    {
        if (string.IsNullOrEmpty(Pastes)) return [];
        try
        {
            var texts = JsonSerializer.Deserialize<string[]>(Pastes) ?? [];
            return [.. texts.Where(t => t is not null).TakeLast(Article.MaxPastes)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static ArticleForm Of(ArticleContent content, int version) => new()
    {
        Title = content.Title,
        Summary = content.Summary,
        Body = content.Body,
        Slug = content.Slug,
        SeoTitle = content.SeoTitle,
        SeoDescription = content.SeoDescription,
        Kind = content.Kind,
        CategoryId = content.Category,
        Tags = string.Join(", ", content.Tags),
        Bylines = [.. content.Bylines],
        Cover = content.Cover,
        Version = version,
    };
}

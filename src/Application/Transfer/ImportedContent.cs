using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>A read post as the content of an article: its category and bylines are the site's, and are added where the site has none by that slug. It saves nothing itself.</summary>
internal sealed class ImportedContent(IQuestDb db)
{
    public async Task<ArticleContent> OfAsync(SiteId site, ReadPost post, string slug, DateTimeOffset now, CancellationToken ct)
    {
        var category = await db.Categories.FirstOrDefaultAsync(c => c.Site == site && c.Slug == post.Category.Slug, ct);
        if (category is null) db.Categories.Add(category = Category.Add(CategoryId.New(now), site, post.Category.Slug, post.Category.Name));
        var slugs = post.Bylines.Select(b => b.Slug).ToArray();
        var bylines = await db.Bylines.Where(b => b.Site == site && slugs.Contains(b.Slug)).ToDictionaryAsync(b => b.Slug, ct);
        foreach (var missing in post.Bylines.Where(b => !bylines.ContainsKey(b.Slug)))
        {
            bylines[missing.Slug] = Byline.Add(BylineId.New(now), site, missing.Slug, missing.Name, "", null);
            db.Bylines.Add(bylines[missing.Slug]);
        }
        return ArticleContentRules.Normal(new ArticleContent
        {
            Title = post.Title,
            Summary = post.Summary,
            Body = post.Body,
            Slug = slug,
            SeoTitle = post.SeoTitle,
            SeoDescription = post.SeoDescription,
            Kind = post.Kind,
            Category = category.Id,
            Tags = post.Tags,
            Bylines = [.. slugs.Select(s => bylines[s].Id)],
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Content;

/// <summary>The columns of everything a writer can change; the same in the working copy, a revision and a side copy.</summary>
internal static class ArticleContentColumns
{
    public static void Configure<T>(ComplexPropertyBuilder<ArticleContent> content) where T : class
    {
        content.IsRequired();
        content.Property(c => c.Title).HasMaxLength(ArticleContent.MaxTitle).HasColumnName("title");
        content.Property(c => c.Summary).HasMaxLength(ArticleContent.MaxSummary).HasColumnName("summary");
        content.Property(c => c.Body).HasColumnName("body");
        content.Property(c => c.Slug).HasMaxLength(ArticleContent.MaxSlug).HasColumnName("slug");
        content.Property(c => c.SeoTitle).HasMaxLength(ArticleContent.MaxSeoTitle).HasColumnName("seo_title");
        content.Property(c => c.SeoDescription).HasMaxLength(ArticleContent.MaxSeoDescription).HasColumnName("seo_description");
        content.Property(c => c.Kind).HasColumnName("kind");
        content.Property(c => c.Category).HasColumnName("category");
        content.Property(c => c.Tags).HasColumnName("tags");
        content.PrimitiveCollection(c => c.Bylines).HasColumnName("bylines").ElementType().HasConversion<TypedIds.Converter<BylineId>>();
        content.Property(c => c.Cover).HasColumnName("cover");
        content.PrimitiveCollection(c => c.Pictures).HasColumnName("pictures").ElementType().HasConversion<TypedIds.Converter<AssetId>>();
    }

    public static void Figures(ComplexPropertyBuilder<ArticleFigures> figures)
    {
        figures.IsRequired();
        figures.Property(f => f.Words).HasColumnName("words");
        figures.Property(f => f.Machine).HasColumnName("words_machine");
        figures.Property(f => f.Edited).HasColumnName("words_edited");
        figures.Property(f => f.People).HasColumnName("words_people");
        figures.Property(f => f.Pasted).HasColumnName("words_pasted");
    }
}

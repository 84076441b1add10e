using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Search vector, and the indexes over what a list can be narrowed and sorted by, are SQL of the migrations; so is the count of what is on which shelf.</summary>
internal sealed class PublishedArticleConfiguration : IEntityTypeConfiguration<PublishedArticle>
{
    public void Configure(EntityTypeBuilder<PublishedArticle> builder)
    {
        builder.ToTable("published_articles", "delivery");
        builder.HasKey(p => p.Article);
        builder.Property(p => p.Version).IsConcurrencyToken(); // a rewriting never writes over a publication that came between
        builder.ComplexProperty(p => p.Shown, shown =>
        {
            shown.IsRequired();
            shown.Property(s => s.Title).HasColumnName("title");
            shown.Property(s => s.Summary).HasColumnName("summary");
            shown.Property(s => s.Kind).HasColumnName("kind");
            shown.Property(s => s.CategorySlug).HasColumnName("category_slug");
            shown.Property(s => s.CategoryName).HasColumnName("category_name");
            shown.Property(s => s.Tags).HasColumnName("tags");
            shown.Property(s => s.AuthorSlugs).HasColumnName("author_slugs");
            shown.Property(s => s.AuthorNames).HasColumnName("author_names").HasDefaultValueSql("'{}'");
            shown.Property(s => s.AuthorAbouts).HasColumnName("author_abouts").HasDefaultValueSql("'{}'");
            shown.Property(s => s.Score).HasColumnName("score");
            shown.Property(s => s.Markdown).HasColumnName("markdown").HasDefaultValue("");
            shown.Property(s => s.MediaJson).HasColumnName("media_json").HasDefaultValue("[]");
            shown.Property(s => s.Html).HasColumnName("html");
            shown.Property(s => s.Text).HasColumnName("text");
            shown.Property(s => s.Json).HasColumnName("json");
            shown.Property(s => s.ListJson).HasColumnName("list_json");
            shown.Property(s => s.JsonTag).HasColumnName("json_tag");
            shown.Property(s => s.JsonBrotli).HasColumnName("json_br");
            shown.Property(s => s.JsonBrotliTag).HasColumnName("json_br_tag");
            shown.Property(s => s.JsonGzip).HasColumnName("json_gzip");
            shown.Property(s => s.JsonGzipTag).HasColumnName("json_gzip_tag");
            shown.Property(s => s.CacheTags).HasColumnName("cache_tags").HasDefaultValue("");
            shown.Property(s => s.PageTag).HasColumnName("page_tag");
            shown.Property(s => s.Seal).HasColumnName("seal");
            shown.Property(s => s.HtmlHash).HasColumnName("html_hash");
            shown.Property(s => s.RendererVersion).HasColumnName("renderer_version");
        });
        builder.HasIndex(p => new { p.Site, p.Slug }).IsUnique().HasDatabaseName("ix_published_articles_slug");
        builder.HasIndex(p => new { p.Site, p.PublishedAt, p.Article }).IsDescending(false, true, true);
        builder.HasOne<PublishedSite>().WithMany().HasForeignKey(p => p.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

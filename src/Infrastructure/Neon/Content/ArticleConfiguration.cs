using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Content;

/// <summary>The search vector, its index and the unique slug are SQL of the first migration: a generated column must not travel with every row.</summary>
internal sealed class ArticleConfiguration : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("articles", "content");
        builder.HasKey(a => a.Id);
        builder.ComplexProperty(a => a.Working, ArticleContentColumns.Configure<Article>);
        builder.ComplexProperty(a => a.Figures, ArticleContentColumns.Figures);
        builder.PrimitiveCollection(a => a.Hands).ElementType().HasConversion<TypedIds.Converter<PersonId>>();
        builder.Property(a => a.Agent!).IsRequired(false).HasColumnType("jsonb").HasConversion(JsonColumn.Of<AgentBeginning>());
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Site, a.ChangedAt, a.Id }).IsDescending(false, true, true);
        builder.HasIndex(a => new { a.ChangedBy, a.ChangedAt }).IsDescending(false, true);
        builder.HasIndex(a => a.CreatedBy);
        builder.HasOne<Site>().WithMany().HasForeignKey(a => a.Site).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.ChangedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.ChangedByKey);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(a => a.ChangedByKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Site, a.BinnedAt, a.Id }).HasFilter("binned_at is not null and deleted_at is null");
    }
}

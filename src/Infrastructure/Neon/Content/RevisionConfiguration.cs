using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Content;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions", "content");
        builder.HasKey(r => r.Id);
        builder.ComplexProperty(r => r.Content, ArticleContentColumns.Configure<Revision>);
        builder.ComplexProperty(r => r.Figures, ArticleContentColumns.Figures);
        builder.Property(r => r.Authorship).HasColumnType("jsonb").HasConversion(JsonColumn.Of<Authorship>());
        builder.Property(r => r.Pictures).HasColumnName("frozen_pictures").HasColumnType("jsonb").HasConversion(JsonColumn.Of<FrozenPicture[]>(), JsonColumn.Whole<FrozenPicture[]>()).HasDefaultValueSql("'[]'::jsonb").ValueGeneratedNever();
        builder.PrimitiveCollection(r => r.Hands).ElementType().HasConversion<TypedIds.Converter<PersonId>>();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Article, r.Number }).IsUnique();
        builder.HasIndex(r => r.Site);
        builder.HasIndex(r => r.FrozenBy);
        builder.HasOne<Article>().WithMany().HasForeignKey(r => r.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.FrozenBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.FrozenByKey);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(r => r.FrozenByKey).OnDelete(DeleteBehavior.Restrict);
    }
}

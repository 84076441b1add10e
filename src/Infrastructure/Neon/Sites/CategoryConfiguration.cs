using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories", "sites");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Slug).HasMaxLength(Category.MaxSlug);
        builder.Property(c => c.Name).HasMaxLength(Category.MaxName);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Site, c.Slug }).IsUnique();
        builder.HasOne<Site>().WithMany().HasForeignKey(c => c.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

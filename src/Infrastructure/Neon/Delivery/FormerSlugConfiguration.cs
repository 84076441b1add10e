using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

internal sealed class FormerSlugConfiguration : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.ToTable("former_slugs", "delivery");
        builder.HasKey(f => new { f.Site, f.Slug });
        builder.HasIndex(f => f.Article);
        builder.HasOne<PublishedSite>().WithMany().HasForeignKey(f => f.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

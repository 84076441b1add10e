using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

internal sealed class PublishedMediaConfiguration : IEntityTypeConfiguration<PublishedMedia>
{
    public void Configure(EntityTypeBuilder<PublishedMedia> builder)
    {
        builder.ToTable("media", "delivery");
        builder.HasKey(m => new { m.Asset, m.Name });
        builder.Property(m => m.Name).HasMaxLength(80);
        builder.Property(m => m.ContentType).HasMaxLength(40);
        builder.Property(m => m.Tag).HasMaxLength(64);
    }
}

internal sealed class PublishedMediaUseConfiguration : IEntityTypeConfiguration<PublishedMediaUse>
{
    public void Configure(EntityTypeBuilder<PublishedMediaUse> builder)
    {
        builder.ToTable("media_uses", "delivery");
        builder.HasKey(u => new { u.Asset, u.Article });
        builder.HasIndex(u => u.Article);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.ToTable("sites", "sites");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Slug).HasMaxLength(Site.MaxSlug);
        builder.Property(s => s.Name).HasMaxLength(Site.MaxName);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.Property(s => s.Origins).HasDefaultValueSql("'{}'");
        builder.Property(s => s.HasTaggedCdn).HasDefaultValue(false);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Also the counter of the site's event log: the row whose lock orders commits.</summary>
internal sealed class PublishedSiteConfiguration : IEntityTypeConfiguration<PublishedSite>
{
    /// <summary>Eight hexadecimal digits nobody drew before.</summary>
    public const string EpochSql = "substr(md5(gen_random_uuid()::text), 1, 8)";

    public void Configure(EntityTypeBuilder<PublishedSite> builder)
    {
        builder.ToTable("sites", "delivery");
        builder.HasKey(s => s.Id);
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.Property(s => s.Epoch).HasMaxLength(8).HasDefaultValueSql(EpochSql).HasSentinel("");
        builder.Property(s => s.Origins).HasDefaultValueSql("'{}'");
        builder.Property(s => s.HasTaggedCdn).HasDefaultValue(false);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>In the delivery schema: the public site follows them. Like former addresses they name an article, whether readers see it or not.</summary>
internal sealed class RedirectConfiguration : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> builder)
    {
        builder.ToTable("redirects", "delivery");
        builder.HasKey(r => new { r.Site, r.From });
        builder.Property(r => r.From).HasMaxLength(Redirect.MaxFrom).HasColumnName("from_path");
        builder.Property(r => r.Url).HasMaxLength(Redirect.MaxUrl);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Site, r.Path }).HasFilter("path is not null");
        builder.HasOne<PublishedSite>().WithMany().HasForeignKey(r => r.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

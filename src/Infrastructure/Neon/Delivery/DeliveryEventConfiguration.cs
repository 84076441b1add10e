using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>The deferred trigger that takes sequence and epoch is SQL of the migration EventLog.</summary>
internal sealed class DeliveryEventConfiguration : IEntityTypeConfiguration<DeliveryEvent>
{
    public void Configure(EntityTypeBuilder<DeliveryEvent> builder)
    {
        builder.ToTable("events", "delivery");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Epoch).HasMaxLength(8);
        builder.HasIndex(e => new { e.Site, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.Article, e.Sequence });
        builder.HasIndex(e => new { e.Site, e.At }); // a span of days is sent to a webhook again
        builder.HasOne<PublishedSite>().WithMany().HasForeignKey(e => e.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

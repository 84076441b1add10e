using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>The deferred trigger that takes the sequence is SQL of the first migration.</summary>
internal sealed class DeliveryEventConfiguration : IEntityTypeConfiguration<DeliveryEvent>
{
    public void Configure(EntityTypeBuilder<DeliveryEvent> builder)
    {
        builder.ToTable("events", "delivery");
        builder.HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Site, e.Sequence }).IsUnique();
        builder.HasOne<PublishedSite>().WithMany().HasForeignKey(e => e.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

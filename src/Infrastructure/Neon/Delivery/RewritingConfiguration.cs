using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Not in the delivery schema: what is being done is no reader's.</summary>
internal sealed class RewritingConfiguration : IEntityTypeConfiguration<Rewriting>
{
    public void Configure(EntityTypeBuilder<Rewriting> builder)
    {
        builder.ToTable("rewritings", "planning");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Subject).HasFilter("ended_at is null");
        builder.HasIndex(r => new { r.Site, r.StartedAt }).IsDescending(false, true).HasFilter("ended_at is null");
        builder.HasIndex(r => r.Site);
        builder.HasOne<PublishedSite>().WithMany().HasForeignKey(r => r.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

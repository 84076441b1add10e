using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Media;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class PaintingConfiguration : IEntityTypeConfiguration<Painting>
{
    public void Configure(EntityTypeBuilder<Painting> builder)
    {
        builder.ToTable("paintings", "ai");
        builder.HasKey(p => p.Generation);
        builder.Property(p => p.Generation).ValueGeneratedNever();
        builder.Property(p => p.Style).HasMaxLength(40);
        builder.Property(p => p.Prediction).HasMaxLength(Painting.MaxPrediction);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Asset);
        builder.HasOne<Generation>().WithOne().HasForeignKey<Painting>(p => p.Generation).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Asset>().WithMany().HasForeignKey(p => p.Asset).OnDelete(DeleteBehavior.SetNull);
    }
}

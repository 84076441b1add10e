using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources", "ai");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Address).HasMaxLength(Source.MaxAddress);
        builder.Property(s => s.Title).HasMaxLength(Source.MaxTitle);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.Article, s.ReadAt });
        builder.HasIndex(s => s.Generation);
        builder.HasOne<Article>().WithMany().HasForeignKey(s => s.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Generation>().WithMany().HasForeignKey(s => s.Generation).OnDelete(DeleteBehavior.Restrict);
    }
}

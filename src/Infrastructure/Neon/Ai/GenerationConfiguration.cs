using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class GenerationConfiguration : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> builder)
    {
        builder.ToTable("generations", "ai");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Brief).HasColumnType("jsonb").HasConversion(JsonColumn.Of<Brief>());
        builder.Property(g => g.Cost).HasPrecision(12, 6);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.HasIndex(g => new { g.Article, g.RequestedAt });
        builder.HasIndex(g => new { g.RequestedBy, g.RequestedAt });
        builder.HasIndex(g => g.Site);
        builder.HasOne<Article>().WithMany().HasForeignKey(g => g.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.RequestedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

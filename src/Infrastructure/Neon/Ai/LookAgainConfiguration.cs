using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class LookAgainConfiguration : IEntityTypeConfiguration<LookAgain>
{
    public void Configure(EntityTypeBuilder<LookAgain> builder)
    {
        builder.ToTable("looks_again", "ai");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.From).HasColumnName("came_from").HasMaxLength(LookAgain.MaxFrom);
        builder.Property(l => l.Why).HasMaxLength(LookAgain.MaxWords);
        builder.Property(l => l.Found).HasMaxLength(LookAgain.MaxWords);
        builder.Property(l => l.Version).IsConcurrencyToken();
        // What is open, of a site and of an article.
        builder.HasIndex(l => new { l.Site, l.AskedAt }).HasFilter("looked_at is null").HasDatabaseName("ix_looks_again_open");
        builder.HasIndex(l => new { l.Article, l.AskedAt });
        builder.HasIndex(l => l.Site);
        builder.HasIndex(l => l.AskedBy);
        builder.HasIndex(l => l.LookedBy);
        builder.HasOne<Site>().WithMany().HasForeignKey(l => l.Site).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(l => l.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.AskedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.LookedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

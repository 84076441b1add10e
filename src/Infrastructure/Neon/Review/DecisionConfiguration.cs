using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Infrastructure.Neon.Review;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions", "review", t => t.HasCheckConstraint("ck_decisions_score", "score between 1 and 10"));
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Reason).HasMaxLength(Decision.MaxReason);
        builder.Property(d => d.Version).IsConcurrencyToken();
        // One decision per round, whoever decides at once.
        builder.HasIndex(d => d.Round).IsUnique().HasDatabaseName("ix_decisions_one_per_round");
        builder.HasIndex(d => new { d.Article, d.Revision });
        builder.HasIndex(d => new { d.Site, d.DecidedAt });
        builder.HasIndex(d => d.DecidedBy);
        builder.HasOne<Article>().WithMany().HasForeignKey(d => d.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReviewRound>().WithMany().HasForeignKey(d => d.Round).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

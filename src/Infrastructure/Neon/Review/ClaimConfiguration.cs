using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Review;

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims", "review");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Sentence).HasMaxLength(Claim.MaxSentence);
        builder.Property(c => c.Key).HasMaxLength(64);
        builder.Property(c => c.Source).HasMaxLength(Claim.MaxSource);
        builder.Property(c => c.Why).HasMaxLength(Claim.MaxWhy);
        builder.PrimitiveCollection(c => c.Kinds).ElementType().HasConversion<string>();
        builder.Property(c => c.Version).IsConcurrencyToken();
        // One claim for a sentence, whoever finds it at once.
        builder.HasIndex(c => new { c.Article, c.Key }).IsUnique().HasDatabaseName("ix_claims_once");
        builder.HasIndex(c => new { c.Site, c.State, c.HoldsUntil });
        builder.HasIndex(c => c.FoundIn);
        builder.HasIndex(c => c.Predecessor);
        builder.HasIndex(c => c.SourceBy);
        builder.HasIndex(c => c.CheckedBy);
        builder.HasOne<Article>().WithMany().HasForeignKey(c => c.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Generation>().WithMany().HasForeignKey(c => c.FoundIn).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.Predecessor).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.SourceBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.CheckedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClaimTermsConfiguration : IEntityTypeConfiguration<ClaimTerms>
{
    public void Configure(EntityTypeBuilder<ClaimTerms> builder)
    {
        builder.ToTable("claim_terms", "review");
        builder.HasKey(t => t.Site);
        builder.Property(t => t.Months).HasColumnType("jsonb").HasConversion(JsonColumn.Of<HoldingMonths>());
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithMany().HasForeignKey(t => t.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

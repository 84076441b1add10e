using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Review;

internal sealed class ReviewRoundConfiguration : IEntityTypeConfiguration<ReviewRound>
{
    public void Configure(EntityTypeBuilder<ReviewRound> builder)
    {
        builder.ToTable("rounds", "review");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Note).HasMaxLength(ReviewRound.MaxNote);
        builder.PrimitiveCollection(r => r.Hands).ElementType().HasConversion<TypedIds.Converter<PersonId>>();
        builder.Property(r => r.Version).IsConcurrencyToken();
        // One open round per article, whoever clicks at once.
        builder.HasIndex(r => r.Article).IsUnique().HasFilter("state = 'Open'").HasDatabaseName("ix_rounds_one_open");
        builder.HasIndex(r => new { r.Article, r.SubmittedAt });
        builder.HasIndex(r => new { r.Site, r.State, r.SubmittedAt });
        builder.HasIndex(r => r.SubmittedBy);
        builder.HasOne<Article>().WithMany().HasForeignKey(r => r.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.SubmittedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.SubmittedByKey);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(r => r.SubmittedByKey).OnDelete(DeleteBehavior.Restrict);
    }
}

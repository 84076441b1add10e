using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Not in the delivery schema: a plan tells of what is not public yet.</summary>
internal sealed class ScheduledPublicationConfiguration : IEntityTypeConfiguration<ScheduledPublication>
{
    public void Configure(EntityTypeBuilder<ScheduledPublication> builder)
    {
        builder.ToTable("scheduled_publications", "planning");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Article).IsUnique().HasFilter("state = 'Waiting'").HasDatabaseName("ix_scheduled_publications_one_waiting");
        builder.HasIndex(s => new { s.Article, s.At });
        builder.HasIndex(s => new { s.Site, s.At });
        builder.HasIndex(s => s.PlannedBy);
        builder.HasOne<Article>().WithMany().HasForeignKey(s => s.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PlannedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.PlannedByKey);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(s => s.PlannedByKey).OnDelete(DeleteBehavior.Restrict);
    }
}

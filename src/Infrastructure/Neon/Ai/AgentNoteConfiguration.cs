using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class AgentNoteConfiguration : IEntityTypeConfiguration<AgentNote>
{
    public void Configure(EntityTypeBuilder<AgentNote> builder)
    {
        builder.ToTable("agent_notes", "ai");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Address).HasMaxLength(AgentNote.MaxAddress);
        builder.Property(n => n.Text).HasMaxLength(AgentNote.MaxText);
        builder.Property(n => n.AgentName).HasMaxLength(SiteKey.MaxName + 10);
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => new { n.Article, n.Kind, n.At });
        // What waits for a writer on the first page.
        builder.HasIndex(n => new { n.Site, n.At }).HasFilter("settled_at is null and kind = 'ReviewWish'").HasDatabaseName("ix_agent_notes_wishes");
        builder.HasIndex(n => n.Site);
        builder.HasIndex(n => n.Agent);
        builder.HasIndex(n => n.HandedBy);
        builder.HasIndex(n => n.SettledBy);
        builder.HasOne<Site>().WithMany().HasForeignKey(n => n.Site).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(n => n.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(n => n.Agent).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.HandedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.SettledBy).OnDelete(DeleteBehavior.Restrict);
    }
}

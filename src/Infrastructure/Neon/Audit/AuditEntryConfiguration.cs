using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Audit;

namespace QuestCms.Infrastructure.Neon.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("entries", "audit");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Details).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.Site, e.At, e.Id }).IsDescending(false, true, true);
        builder.HasIndex(e => new { e.At, e.Id }).IsDescending(true, true);
        builder.HasIndex(e => new { e.About, e.At });
        builder.HasIndex(e => new { e.Site, e.At, e.Id }, "ix_entries_security_of_site").IsDescending(false, true, true).HasFilter("is_security");
        builder.HasIndex(e => new { e.At, e.Id }, "ix_entries_security").IsDescending(true, true).HasFilter("is_security");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QuestCms.Infrastructure.Neon.Work;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs", "work");
        builder.HasKey(j => j.Id);
        builder.Property(j => j.Kind).HasConversion<int>();
        builder.Property(j => j.State).HasConversion<int>();
        builder.HasIndex(j => j.RunAt).HasFilter("state in (0, 1)");
        builder.HasIndex(j => new { j.Lane, j.RunAt, j.Id }).HasFilter("lane is not null and state in (0, 1)");
        builder.HasIndex(j => j.RunAt, "ix_jobs_buried").HasFilter("state = 3");
        builder.HasIndex(j => j.LeaseOwner).HasFilter("lease_owner is not null");
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class AllowanceConfiguration : IEntityTypeConfiguration<Allowance>
{
    public void Configure(EntityTypeBuilder<Allowance> builder)
    {
        builder.ToTable("allowances", "ai");
        builder.HasKey(a => a.Site);
        builder.Property(a => a.PerMonth).HasPrecision(12, 2);
        builder.Property(a => a.PerPersonAndMonth).HasPrecision(12, 2);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithMany().HasForeignKey(a => a.Site).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AiSwitchConfiguration : IEntityTypeConfiguration<AiSwitch>
{
    public void Configure(EntityTypeBuilder<AiSwitch> builder)
    {
        builder.ToTable("switch", "ai");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.By);
    }
}

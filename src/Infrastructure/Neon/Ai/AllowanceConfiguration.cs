using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

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

internal sealed class PriceListConfiguration : IEntityTypeConfiguration<PriceList>
{
    public void Configure(EntityTypeBuilder<PriceList> builder)
    {
        builder.ToTable("prices", "ai");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Prices).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<ModelPrice>>(), AssessmentConfiguration.ByReference<ModelPrice>());
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.By);
    }
}

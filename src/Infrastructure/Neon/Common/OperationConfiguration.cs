using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QuestCms.Infrastructure.Neon.Common;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("operations", "work");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Answer).HasColumnType("jsonb");
        builder.HasIndex(o => o.At);
    }
}

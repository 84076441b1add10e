using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Watch;
using QuestCms.Infrastructure.Neon.Ai;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Watch;

internal sealed class AlertBoardConfiguration : IEntityTypeConfiguration<AlertBoard>
{
    public void Configure(EntityTypeBuilder<AlertBoard> builder)
    {
        builder.ToTable("alerts", "watch");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Reports).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<AlertReport>>(), AssessmentConfiguration.ByReference<AlertReport>());
        builder.Property(b => b.Said).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<AlertKind>>(), AssessmentConfiguration.ByReference<AlertKind>());
        builder.Property(b => b.Version).IsConcurrencyToken();
    }
}

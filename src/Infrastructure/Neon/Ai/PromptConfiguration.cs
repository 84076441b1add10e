using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class PromptChoiceConfiguration : IEntityTypeConfiguration<PromptChoice>
{
    public void Configure(EntityTypeBuilder<PromptChoice> builder)
    {
        builder.ToTable("prompt_choices", "ai");
        builder.HasKey(c => c.Prompt);
        builder.Property(c => c.Prompt).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.By);
    }
}

internal sealed class GoldenRunConfiguration : IEntityTypeConfiguration<GoldenRun>
{
    public void Configure(EntityTypeBuilder<GoldenRun> builder)
    {
        builder.ToTable("golden_runs", "ai");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Prompt).HasMaxLength(40);
        builder.Property(r => r.Cost).HasPrecision(12, 6);
        builder.Property(r => r.Reserved).HasPrecision(12, 6);
        builder.Property(r => r.Results).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<GoldenResult>>(), AssessmentConfiguration.ByReference<GoldenResult>());
        // Written past the aggregate while a case is asked.
        builder.Property<int>("Asking").HasDefaultValue(-1);
        builder.Ignore(r => r.HasEnded);
        builder.Ignore(r => r.FailedCases);
        builder.Ignore(r => r.OfRunning);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.Prompt, r.Number, r.AskedAt });
        builder.HasIndex(r => r.AskedAt);
        // One at a time, whoever asks at once.
        builder.HasIndex(r => r.EndedAt).IsUnique().AreNullsDistinct(false).HasFilter("ended_at is null").HasDatabaseName("ix_golden_runs_one_at_a_time");
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.AskedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.AskedBy);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessments", "ai");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Findings).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<Finding>>(), ByReference<Finding>());
        builder.Ignore(a => a.Score);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Article, a.Revision, a.MadeAt });
        builder.HasOne<Article>().WithMany().HasForeignKey(a => a.Article).OnDelete(DeleteBehavior.Restrict);
    }

    // Never changed in place: another list is another value.
    internal static ValueComparer<IReadOnlyList<T>> ByReference<T>() => new((a, b) => ReferenceEquals(a, b), list => list.Count, list => list);
}

internal sealed class RubricConfiguration : IEntityTypeConfiguration<Rubric>
{
    public void Configure(EntityTypeBuilder<Rubric> builder)
    {
        builder.ToTable("rubrics", "ai");
        builder.HasKey(r => r.Site);
        builder.Property(r => r.Criteria).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<Criterion>>(), AssessmentConfiguration.ByReference<Criterion>());
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithMany().HasForeignKey(r => r.Site).OnDelete(DeleteBehavior.Restrict);
    }
}
